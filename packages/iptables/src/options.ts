/** What the machine is to the workspace: the router of its network, or a part of it. */
export const modes = ['gateway', 'host'] as const;

/** How names are matched. */
export const nameModes = ['learnt', 'prefer-covering', 'covering'] as const;

/** What the resolver does with names that no rule has. */
export const otherNameModes = ['refuse', 'resolve'] as const;

/** What has to be known of the machine beside the policy, for both dialects. */
export interface Settings {
  /** `gateway` filters what passes (FORWARD), `host` what this machine sends (OUTPUT). */
  readonly mode: (typeof modes)[number];
  /** How the name of every chain, set or table starts. */
  readonly prefix: string;
  /** The resolvers that dnsmasq asks: addresses, with `#port` where it is not 53. */
  readonly upstreams: readonly string[];
  /** `refuse` stops tunnels by DNS; `resolve` leaves other names to the resolver's own settings. */
  readonly otherNames: (typeof otherNameModes)[number];
  /** The user that dnsmasq runs as, by name or number: in host mode it may ask its upstream. */
  readonly dnsUid: string;
  /** How the messages of refused packets start. */
  readonly logPrefix: string;
  /** Messages per minute at most; none with 0. */
  readonly logPerMinute: number;
  /** Addresses that one set learns at most. */
  readonly maxLearnt: number;
  /** Seconds that a learnt address is kept after its last answer. */
  readonly learntSeconds: number;
}

/** What is needed to make the rules, and does not stand in any file. */
export interface LinuxOptions extends Settings {
  /** The workspace's own network, both families. Without any it is the sources of the policy. For `gateway` only. */
  readonly subnets: readonly string[];
  /**
   * `learnt` matches the addresses in answers of the resolver; `covering` all addresses of the tags that cover the rule,
   * for networks that ask another resolver; `prefer-covering` those where they are known.
   */
  readonly names: (typeof nameModes)[number];
}

export const defaultSettings: Settings = {
  mode: 'gateway',
  prefix: 'aml',
  // The resolver of Azure itself, the same in all virtual networks and clouds.
  upstreams: ['168.63.129.16'],
  otherNames: 'resolve',
  dnsUid: 'dnsmasq',
  logPrefix: 'aml-',
  logPerMinute: 10,
  maxLearnt: 65_535,
  learntSeconds: 86_400,
};

export const defaults: LinuxOptions = { ...defaultSettings, subnets: [], names: 'learnt' };
