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
export type { LinuxOptions, Settings } from './options.js';

export { iptables } from './iptables.js';
export { nftables } from './nftables.js';
export { lift, type LiftOptions } from './lift/lift.js';
export { parseIptables } from './parse/parse-iptables.js';
export { parseNftables } from './parse/parse-nftables.js';
export type { File } from './parse/same-files.js';
