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

export { fortinet } from './fortinet.js';
