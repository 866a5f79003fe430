/** The tag that marks all rules and groups as ours. */
export interface TagObject {
  readonly name: string;
  readonly comments: string;
}

/** One prefix, or the addresses that the firewall resolves one name to. */
export interface AddressObject {
  readonly name: string;
  readonly kind: 'ip-netmask' | 'fqdn';
  readonly value: string;
}

/** A list of addresses and groups; names of both share one space. */
export interface AddressGroup {
  readonly name: string;
  readonly members: readonly string[];
  readonly description: string;
  readonly tag: string;
}

/** An external dynamic list of prefixes: the firewall fetches it, so that a new week needs no commit. */
export interface ExternalList {
  readonly name: string;
  readonly url: string;
  readonly certificateProfile?: string;
  readonly recurring: string;
  readonly description: string;
}

/** Ports of one protocol, in PAN-OS's spelling: `443,8704-8710`. */
export interface ServiceObject {
  readonly name: string;
  readonly protocol: 'tcp' | 'udp';
  readonly ports: string;
}

/** A custom URL category of type "URL List". */
export interface UrlCategory {
  readonly name: string;
  readonly entries: readonly string[];
  readonly description: string;
}

/** A security rule. Every list holds at least one member; `any` stands alone. */
export interface SecurityRule {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly source: readonly string[];
  readonly destination: readonly string[];
  readonly application: readonly string[];
  readonly service: readonly string[];
  readonly category: readonly string[];
  readonly action: 'allow' | 'deny';
  readonly logSetting?: string;
  readonly profileGroup?: string;
  readonly tag: string;
  readonly description: string;
}

/** Everything that is printed. The order of the rules is their order of match; each object stands before its users. */
export interface PanosConfig {
  readonly tags: readonly TagObject[];
  readonly addresses: readonly AddressObject[];
  readonly lists: readonly ExternalList[];
  readonly groups: readonly AddressGroup[];
  readonly services: readonly ServiceObject[];
  readonly categories: readonly UrlCategory[];
  readonly rules: readonly SecurityRule[];
}

/** The prefixes of one service tag, for a list that a firewall follows. */
export interface PrefixFeed {
  readonly name: string;
  readonly prefixes: readonly string[];
}

/** The configuration, and what stands beside it. */
export interface PanosModel {
  readonly config: PanosConfig;
  /** Ids of the policy's entries by the name of the rule that carries them. */
  readonly carriers: Readonly<Record<string, readonly string[]>>;
  readonly feeds: readonly PrefixFeed[];
}
