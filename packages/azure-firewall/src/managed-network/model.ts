import type { PortRange } from '@azureml-firewall/rule-model';

/** The transport protocols of a service-tag rule in Azure's spelling. */
export type ManagedProtocol = 'TCP' | 'UDP';

/** What an entry becomes before rules are joined. */
export type ManagedMatch =
  | { readonly rule: 'fqdn'; readonly host: string }
  | {
      readonly rule: 'service-tag';
      readonly tag: string;
      readonly protocol: ManagedProtocol;
      readonly ports: readonly PortRange[];
    }
  | {
      readonly rule: 'prefixes';
      readonly prefixes: readonly string[];
      readonly protocol: ManagedProtocol;
      readonly ports: readonly PortRange[];
    }
  | { readonly rule: 'private-endpoint'; readonly name: string };

interface RuleHead {
  readonly name: string;
  /** Why the rule is there, one line for each rule of the policy. The resource has no field for it. */
  readonly reasons: readonly string[];
  /** Ids of the policy's entries that stand in this rule. */
  readonly entries: readonly string[];
}

/** One host or `*.domain` on ports 80 and 443. The first such rule makes Azure deploy a firewall, which is billed. */
export interface FqdnRule extends RuleHead {
  readonly kind: 'fqdn';
  readonly destination: string;
}

/** A service tag, or prefixes in its place, by one protocol on some ports. */
export interface ServiceTagRule extends RuleHead {
  readonly kind: 'service-tag';
  readonly tag?: string;
  readonly prefixes: readonly string[];
  readonly protocol: ManagedProtocol;
  readonly ports: readonly PortRange[];
}

/** A private endpoint to one resource of Azure. */
export interface PrivateEndpointRule extends RuleHead {
  readonly kind: 'private-endpoint';
  readonly serviceResourceId: string;
  readonly subresourceTarget: string;
  readonly sparkEnabled: boolean;
}

/** An outbound rule of a managed network. */
export type OutboundRule = FqdnRule | ServiceTagRule | PrivateEndpointRule;

/** The outbound rules of a workspace's managed network that its owner adds. Azure adds its own. */
export interface ManagedNetworkRules {
  readonly rules: readonly OutboundRule[];
}
