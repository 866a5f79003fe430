import type { AddressFamily, PortRange, Protocol } from '@azureml-firewall/rule-model';
import type { Settings } from './options.js';

/** One name, of which the resolver learns the addresses. */
export interface HostTarget {
  readonly kind: 'host';
  readonly host: string;
}

/** All names below a domain, not the domain itself. */
export interface BelowTarget {
  readonly kind: 'below';
  readonly parent: string;
}

/** One prefix. */
export interface PrefixTarget {
  readonly kind: 'prefix';
  readonly prefix: string;
}

/** The prefixes of a service tag in one dated document. */
export interface TagTarget {
  readonly kind: 'tag';
  readonly tag: string;
  readonly document: string;
  readonly prefixes: readonly string[];
}

/** What a set of addresses can stand for. */
export type Target = HostTarget | BelowTarget | PrefixTarget | TagTarget;

/** One target by one service: what an entry becomes before rules are made. */
export interface Match {
  readonly target: Target;
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
}

/**
 * What a set is for: the own network, sources of a rule, destinations of a rule, a service tag, or addresses that the
 * resolver learns.
 */
export type SetUse = 'own' | 'from' | 'to' | 'tag' | 'dns';

/** A set by its purpose; each family has one of its own, in the same name but for the digit. */
export interface SetRef {
  readonly use: SetUse;
  /** What tells sets of one use apart; the dialects make their names of it. Empty for the own network. */
  readonly label: string;
}

/** Addresses of one family: prefixes, or those that the resolver puts in (`dns`), of which none are known here. */
export interface AddressSet extends SetRef {
  readonly family: AddressFamily;
  /** Aggregated, never empty; absent in a set that the resolver fills. */
  readonly prefixes?: readonly string[];
}

/** One line of a chain. It always names its destination: without one it would open the port to everybody. */
export interface FilterRule {
  readonly chain: 'out' | 'in';
  readonly family: AddressFamily;
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
  /** Absent where the rule is for everything that comes into the chain. */
  readonly source?: SetRef;
  readonly destination: SetRef;
  readonly action: 'allow' | 'deny';
  readonly comment: string;
}

/** Whether the resolver asks for a name, or answers that there is none. */
export interface Answer {
  readonly domain: string;
  /** `below` is the names below the domain without itself; `all` both. The longer name wins, and `below` over `all`. */
  readonly names: 'all' | 'below';
  readonly asks: boolean;
}

/** The sets that take the addresses in answers about a domain and all below it that has no line of its own. */
export interface Fill {
  readonly domain: string;
  readonly sets: readonly (SetRef & { readonly families: readonly AddressFamily[] })[];
}

/** All that is printed, for either dialect. */
export interface PacketFilter {
  readonly settings: Settings;
  readonly sets: readonly AddressSet[];
  /** In the order of match; IPv4 before IPv6, and in each what goes out before what comes in. */
  readonly rules: readonly FilterRule[];
  readonly answers: readonly Answer[];
  readonly fills: readonly Fill[];
}

/** What is printed, and which entries of the policy each rule carries. */
export interface FilterModel {
  readonly filter: PacketFilter;
  /** Ids of entries by the place of the rule. */
  readonly carriers: readonly (readonly string[])[];
}
