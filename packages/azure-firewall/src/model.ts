import type { PortRange } from '@azureml-firewall/rule-model';
import type { RouteTable, SecurityGroup, SecurityMatch } from './subnet/model.js';

/** What an application rule listens for: `Https:443`. */
export interface ApplicationProtocol {
  readonly type: 'Http' | 'Https';
  readonly port: number;
}

/** What an application rule filters by: the host of a request, or its whole address on a TLS-inspecting firewall. */
export interface ApplicationTarget {
  readonly kind: 'fqdn' | 'url';
  readonly text: string;
}

/** What a network rule filters by: one service tag, prefixes, or the addresses that names resolve to. */
export interface NetworkDestination {
  readonly kind: 'service-tag' | 'prefix' | 'fqdn';
  readonly text: string;
}

/** The protocols of network rules in Azure's spelling. */
export type NetworkProtocol = 'TCP' | 'UDP';

/** One target by one protocol and port: what an entry becomes before rules are grouped. */
export type Match = ApplicationMatch | NetworkMatch | SecurityMatch;

/** A match for an application rule. */
export interface ApplicationMatch {
  readonly rule: 'application';
  readonly target: ApplicationTarget;
  readonly protocol: ApplicationProtocol;
}

/** A match for a network rule. */
export interface NetworkMatch {
  readonly rule: 'network';
  readonly destination: NetworkDestination;
  readonly protocol: NetworkProtocol;
  readonly ports: PortRange;
}

interface RuleHead {
  readonly name: string;
  readonly description: string;
  /** Empty when the sources stand in IP groups. */
  readonly sourceAddresses: readonly string[];
  /** Names of IP groups, where the addresses are many. */
  readonly sourceIpGroups?: readonly string[];
  /** Ids of the policy's entries that stand in this rule. */
  readonly entries: readonly string[];
}

/** Any of the targets by any of the protocols; all targets are of one kind. */
export interface ApplicationRule extends RuleHead {
  readonly kind: 'application';
  readonly protocols: readonly ApplicationProtocol[];
  readonly targetKind: ApplicationTarget['kind'];
  readonly targets: readonly string[];
}

/**
 * Any of the destinations by any of the protocols on any of the ports; a service tag stands alone, and prefixes that are
 * many stand in IP groups, which are named in their place.
 */
export interface NetworkRule extends RuleHead {
  readonly kind: 'network';
  readonly protocols: readonly NetworkProtocol[];
  readonly destinationKind: NetworkDestination['kind'] | 'ip-group';
  readonly destinations: readonly string[];
  readonly ports: readonly PortRange[];
}

/** Rules of one kind and one action. Within it their order does not decide anything. */
export interface RuleCollection<Rule extends ApplicationRule | NetworkRule = ApplicationRule | NetworkRule> {
  readonly name: string;
  readonly priority: number;
  readonly action: 'Allow' | 'Deny';
  readonly rules: readonly Rule[];
}

/** The unit that is deployed: a PUT replaces all of it, so it holds nobody else's rules. */
export interface RuleCollectionGroup {
  readonly name: string;
  readonly priority: number;
  readonly collections: readonly RuleCollection[];
}

/** Addresses under a name of their own. An empty one would make the firewall skip its rules, so there is none. */
export interface IpGroup {
  readonly name: string;
  readonly addresses: readonly string[];
}

/** A Firewall Policy that is made for these rules. */
export interface NewFirewallPolicy {
  readonly sku: 'Basic' | 'Standard' | 'Premium';
  readonly dnsProxy: boolean;
  /** With a certificate authority, which is a parameter: a secret of a key vault, and an identity that may read it. */
  readonly tlsInspection: boolean;
}

/** What is printed, in whichever language: no group when there is no rule. */
export interface FirewallPolicyRules {
  /** The policy that holds the groups: an existing one, unless it is made along with them. */
  readonly policy: { readonly name: string; readonly create?: NewFirewallPolicy };
  readonly ipGroups: readonly IpGroup[];
  readonly groups: readonly RuleCollectionGroup[];
  /** What stands at the compute subnet; nothing where there would be no rule or no route in it. */
  readonly securityGroup?: SecurityGroup;
  readonly routeTable?: RouteTable;
}
