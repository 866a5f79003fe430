import type { Action, AddressFamily, Direction, PortRange, Protocol } from '@azureml-firewall/rule-model';

/** What the traffic of an entry goes to: a name that the ASA looks up by itself, or prefixes, with the tag they are of. */
export type Target =
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'prefixes'; readonly prefixes: readonly string[]; readonly tag?: string };

/** One destination by one service: what an entry becomes before rules are made. */
export interface Match {
  readonly target: Target;
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
}

/** `object network`: a name in one family. */
export interface NameObject {
  readonly name: string;
  readonly family: AddressFamily;
  readonly host: string;
}

/** A member of an `object-group network`. */
export type Member =
  { readonly kind: 'object'; readonly name: string } | { readonly kind: 'prefix'; readonly prefix: string };

/** `object-group network`: addresses of one family. Never empty. */
export interface NetworkGroup {
  readonly name: string;
  readonly members: readonly Member[];
}

/** `object-group service`. Never empty. */
export interface ServiceGroup {
  readonly name: string;
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
}

/** One end of an entry of an access list. */
export type End = { readonly any: AddressFamily } | { readonly group: string };

/** An entry of an access list. */
export interface AccessEntry {
  readonly direction: Direction;
  readonly action: Action;
  readonly service: string;
  readonly source: End;
  readonly destination: End;
  readonly remark: string;
  /** Ids of the policy's entries that it carries. */
  readonly entries: readonly string[];
}

/** All that is printed, the access lists in the order of match. */
export interface CiscoAsaModel {
  readonly names: readonly NameObject[];
  readonly networks: readonly NetworkGroup[];
  readonly services: readonly ServiceGroup[];
  readonly entries: readonly AccessEntry[];
}
