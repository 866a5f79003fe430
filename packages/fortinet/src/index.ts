export type { Code } from './messages.js';
export type {
  Address,
  AddressGroup,
  AddressPair,
  BelowTarget,
  CustomService,
  ExternalResource,
  Feed,
  FirewallPolicy,
  FortiConfig,
  FortiModel,
  HostTarget,
  Match,
  PrefixTarget,
  ServiceGroup,
  TagTarget,
  Target,
  UrlFilter,
  WebFilterProfile,
} from './model.js';
export type { FortinetOptions } from './options.js';

export { feedFaults } from './feeds.js';
export { fortinet } from './fortinet.js';
export { lift, type LiftOptions } from './lift/lift.js';
export { parseConfig } from './parse/parse-config.js';
