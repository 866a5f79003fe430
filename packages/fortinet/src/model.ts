import type { AddressFamily, PortRange } from '@azureml-firewall/rule-model';

/** A host of which FortiOS looks up the addresses itself. */
export interface HostTarget {
  readonly kind: 'host';
  readonly host: string;
}

/** All hosts below a domain, whose addresses FortiOS learns from DNS answers that it passes on. */
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

/** What an address object, or a group of them, can stand for. */
export type Target = HostTarget | BelowTarget | PrefixTarget | TagTarget;

/** One target by one service: what an entry becomes before policies are made. */
export interface Match {
  readonly target: Target;
  readonly protocol: 'tcp' | 'udp';
  readonly ports: readonly PortRange[];
  /** Only this URL of the host, `example.com/path/*`, by the web filter. */
  readonly url?: string;
}

/** `firewall address` or `firewall address6`. */
export interface Address {
  readonly family: AddressFamily;
  readonly name: string;
  readonly value:
    { readonly kind: 'prefix'; readonly prefix: string } | { readonly kind: 'fqdn'; readonly fqdn: string };
}

/** `firewall addrgrp` or `firewall addrgrp6`. */
export interface AddressGroup {
  readonly family: AddressFamily;
  readonly name: string;
  readonly members: readonly string[];
  readonly comment: string;
}

/** `firewall service custom`: destination ports of one protocol. */
export interface CustomService {
  readonly name: string;
  readonly protocol: 'tcp' | 'udp';
  readonly ports: readonly PortRange[];
}

/** `firewall service group`. */
export interface ServiceGroup {
  readonly name: string;
  readonly members: readonly string[];
}

/** `system external-resource` of type address: a list that FortiOS fetches. */
export interface ExternalResource {
  readonly name: string;
  readonly url: string;
  readonly refreshMinutes: number;
  readonly checksIdentity: boolean;
}

/** `webfilter urlfilter`: what is allowed, and then everything else blocked. */
export interface UrlFilter {
  readonly id: number;
  readonly name: string;
  readonly allowed: readonly string[];
}

/** `webfilter profile`: what ties a URL filter to a policy. */
export interface WebFilterProfile {
  readonly name: string;
  readonly urlFilter: number;
}

/** Names of addresses, groups and feeds on both sides of a policy; never empty. */
export interface AddressPair {
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
}

/** `firewall policy`. At least one family has addresses; a packet has to match both sides of its own. */
export interface FirewallPolicy {
  readonly id: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly ipv4?: AddressPair;
  readonly ipv6?: AddressPair;
  readonly action: 'accept' | 'deny';
  readonly services: readonly string[];
  readonly log: 'all' | 'utm' | 'disable';
  /** Absent where central NAT decides, and in a deny. */
  readonly nat?: 'enable' | 'disable';
  /** Web filter with deep inspection. */
  readonly inspection?: { readonly sslProfile: string; readonly webFilter: string };
  readonly comments: string;
}

/** All objects, each table in an order in which nothing is named before it is defined. */
export interface FortiConfig {
  /** The virtual domain that holds all of it, where there are several. */
  readonly vdom?: string;
  readonly externalResources: readonly ExternalResource[];
  readonly addresses: readonly Address[];
  readonly groups: readonly AddressGroup[];
  readonly services: readonly CustomService[];
  readonly serviceGroups: readonly ServiceGroup[];
  readonly urlFilters: readonly UrlFilter[];
  readonly webFilterProfiles: readonly WebFilterProfile[];
  /** In the order of match. */
  readonly policies: readonly FirewallPolicy[];
  /** The reader's own policy before which ours are moved. */
  readonly moveBefore?: number;
}

/** The prefixes of a service tag as a list that FortiOS can fetch. */
export interface Feed {
  readonly name: string;
  readonly prefixes: readonly string[];
}

/** What is printed, what carries which entries, and the lists beside it. */
export interface FortiModel {
  readonly config: FortiConfig;
  /** Ids of the policy's entries by the id of the firewall policy that carries them. */
  readonly carriers: ReadonlyMap<number, readonly string[]>;
  readonly feeds: readonly Feed[];
}
