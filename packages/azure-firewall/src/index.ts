export type { Code } from './messages.js';
export type {
  ApplicationMatch,
  ApplicationProtocol,
  ApplicationRule,
  ApplicationTarget,
  FirewallPolicyRules,
  Match,
  NetworkDestination,
  NetworkMatch,
  NetworkProtocol,
  NetworkRule,
  RuleCollection,
  RuleCollectionGroup,
} from './model.js';
export type { AzureFirewallOptions } from './options.js';

export { azureFirewall } from './azure-firewall.js';
