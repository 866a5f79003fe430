export type { ApiVersions } from './api-versions.js';
export type { Code } from './messages.js';
export type {
  ApplicationMatch,
  ApplicationProtocol,
  ApplicationRule,
  ApplicationTarget,
  FirewallPolicyRules,
  IpGroup,
  Match,
  NetworkDestination,
  NetworkMatch,
  NetworkProtocol,
  NetworkRule,
  NewFirewallPolicy,
  RuleCollection,
  RuleCollectionGroup,
} from './model.js';
export type { Limit, LimitName, LimitOverrides } from './limits.js';
export type { AzureFirewallOptions, Language } from './options.js';

export type {
  RouteTable,
  SecurityEnd,
  SecurityGroup,
  SecurityMatch,
  SecurityProtocol,
  SecurityRule,
  UserRoute,
} from './subnet/model.js';
export type { SubnetOptions } from './subnet/options.js';
export type { Prerequisite, PrerequisiteCode } from './prerequisites.js';

export type { ManagedNetworkCode } from './managed-network/messages.js';
export type {
  FqdnRule,
  ManagedMatch,
  ManagedNetworkRules,
  ManagedProtocol,
  OutboundRule,
  PrivateEndpointRule,
  ServiceTagRule,
} from './managed-network/model.js';
export type { ManagedNetworkOptions, PrivateEndpoint } from './managed-network/options.js';

export { azureFirewall } from './azure-firewall.js';
export { azureManagedNetwork } from './managed-network/azure-managed-network.js';
export { networkVersions, outboundRuleVersions } from './api-versions.js';
export { limits } from './limits.js';
export { prerequisitesOf } from './prerequisites.js';
