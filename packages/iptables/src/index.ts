export type { Code } from './messages.js';
export type {
  AddressSet,
  Answer,
  BelowTarget,
  Fill,
  FilterModel,
  FilterRule,
  HostTarget,
  Match,
  PacketFilter,
  PrefixTarget,
  SetRef,
  SetUse,
  TagTarget,
  Target,
} from './model.js';
export type { IptablesOptions, LinuxOptions, NftablesOptions, Settings } from './options.js';

export { iptables } from './iptables.js';
export { nftables } from './nftables.js';
