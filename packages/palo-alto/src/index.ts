export type { Code } from './messages.js';
export type {
  AddressGroup,
  AddressObject,
  ExternalList,
  PanosConfig,
  PanosModel,
  PrefixFeed,
  SecurityRule,
  ServiceObject,
  TagObject,
  UrlCategory,
} from './model.js';
export type { AddressItem, AddressNode, CategoryNode, HostNode, Node, Ports, PrefixItem, TagItem } from './node.js';
export type { PaloAltoOptions } from './options.js';

export { feedFaults, type FeedKind } from './feeds.js';
export { lift, type LiftOptions } from './lift/lift.js';
export type { ListContents } from './lift/members.js';
export type { Location } from './location.js';
export { paloAlto } from './palo-alto.js';
export { parseSet } from './parse/parse.js';
