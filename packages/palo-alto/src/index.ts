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

export { paloAlto } from './palo-alto.js';
