export type { Code } from './messages.js';
export type {
  AccessAction,
  Acl,
  AclType,
  BelowTarget,
  Carriers,
  Decision,
  EndingTarget,
  HostTarget,
  List,
  Match,
  PathTarget,
  PrefixTarget,
  Redirect,
  Setting,
  SquidConfig,
  SquidModel,
  TagTarget,
  Target,
  TlsAction,
} from './model.js';
export type { SquidOptions } from './options.js';

export { lift, type LiftOptions } from './lift/lift.js';
export { parseFiles, type File, type SquidFiles } from './parse/parse-files.js';
export { squid } from './squid.js';
