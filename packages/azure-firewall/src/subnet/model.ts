import type { Direction, PortRange } from '@azureml-firewall/rule-model';

/** One end of a connection as a security rule names it. A rule never mixes kinds, nor families of addresses. */
export interface SecurityEnd {
  readonly kind: 'any' | 'service-tag' | 'ipv4' | 'ipv6';
  /** The star, the one service tag, or prefixes of one family. */
  readonly texts: readonly string[];
}

/** The protocols of security rules in Azure's spelling: not that of firewall rules. */
export type SecurityProtocol = 'Tcp' | 'Udp' | '*';

/** A match for a network security group: what an entry becomes that does not pass the firewall. */
export interface SecurityMatch {
  readonly rule: 'security';
  readonly source: SecurityEnd;
  /** One tag, one prefix or the star. */
  readonly destination: SecurityEnd;
  readonly protocol: SecurityProtocol;
  readonly ports: PortRange;
}

/** A rule of a network security group. */
export interface SecurityRule {
  readonly name: string;
  readonly description: string;
  readonly direction: Direction;
  readonly access: 'Allow' | 'Deny';
  readonly protocol: SecurityProtocol;
  /** Unique in its direction; lower ones decide first. */
  readonly priority: number;
  readonly source: SecurityEnd;
  readonly destination: SecurityEnd;
  readonly ports: readonly PortRange[];
  /** Ids of the policy's entries that this rule alone carries. */
  readonly entries: readonly string[];
}

/** The rules at the compute subnet. A deployment replaces all of them. */
export interface SecurityGroup {
  readonly name: string;
  readonly rules: readonly SecurityRule[];
}

/** A user-defined route: to the Internet past the firewall, or to the firewall. */
export interface UserRoute {
  readonly name: string;
  /** A service tag or a prefix. */
  readonly destination: string;
  readonly destinationKind: 'service-tag' | 'prefix';
  /** The firewall's private address; without it the next hop is the Internet. */
  readonly appliance?: string;
}

/** The routes of the compute subnet. A deployment replaces all of them. */
export interface RouteTable {
  readonly name: string;
  readonly routes: readonly UserRoute[];
}
