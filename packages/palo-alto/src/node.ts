import type { PortRange, Protocol } from '@azureml-firewall/rule-model';

/** Ports of one protocol: what a service object holds. */
export interface Ports {
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
}

/** A prefix by itself. */
export interface PrefixItem {
  readonly kind: 'prefix';
  readonly prefix: string;
}

/** A service tag with its addresses in one dated document. */
export interface TagItem {
  readonly kind: 'tag';
  readonly tag: string;
  readonly document: string;
  readonly prefixes: readonly string[];
}

/** What stands in the source or destination of a rule by address. */
export type AddressItem = PrefixItem | TagItem;

/** Web traffic by the host or URL that it asks for. */
export interface CategoryNode {
  readonly by: 'category';
  readonly urls: readonly string[];
  readonly on: Ports;
  /** App-IDs that the session has to show; `any` alone when that is left open. */
  readonly applications: readonly string[];
}

/** Traffic by address. */
export interface AddressNode {
  readonly by: 'address';
  readonly item: AddressItem;
  readonly on: Ports;
}

/** Traffic to the addresses that the firewall resolves a name to. */
export interface HostNode {
  readonly by: 'host';
  readonly host: string;
  readonly on: Ports;
}

/** What an entry becomes before rules are grouped. */
export type Node = CategoryNode | AddressNode | HostNode;
