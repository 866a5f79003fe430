import { portText, type PortRange } from '@azureml-firewall/rule-model';
import { stableHash } from '@azureml-firewall/renderer-kit';
import { groupDescription, inlineMembers, portsLength, shortDescription } from '../limits.js';
import type { AddressGroup, AddressObject, ExternalList, PrefixFeed, ServiceObject, UrlCategory } from '../model.js';
import { hostName, prefixName, serviceName, tagName } from '../names.js';
import type { AddressItem, Ports, TagItem } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { areSame, note } from '../text.js';

/** Objects by name. What follows from the same content is the same object, whoever asks for it. */
export interface Registry {
  /** By their value: a prefix can be in a dozen tags, and gets its name once. */
  readonly addresses: Map<string, AddressObject>;
  readonly groups: Map<string, AddressGroup>;
  readonly lists: Map<string, ExternalList>;
  readonly services: Map<string, ServiceObject>;
  readonly categories: Map<string, UrlCategory>;
  readonly feeds: Map<string, PrefixFeed>;
  /** The prefixes of a tag where it is met first; another list of the same tag needs another name. */
  readonly tags: Map<string, readonly string[]>;
  /** A tag without the prefixes that no rule can have traffic with. */
  readonly trim: (item: TagItem) => TagItem;
}

export function newRegistry(trim: Registry['trim']): Registry {
  return {
    trim,
    addresses: new Map(),
    groups: new Map(),
    lists: new Map(),
    services: new Map(),
    categories: new Map(),
    feeds: new Map(),
    tags: new Map(),
  };
}

function addAddress(
  { addresses }: Registry,
  kind: AddressObject['kind'],
  value: string,
  nameOf: (value: string) => string,
): string {
  const known = addresses.get(value);
  if (known) return known.name;
  const name = nameOf(value);
  addresses.set(value, { name, kind, value });
  return name;
}

function addPrefix(registry: Registry, word: string, prefix: string): string {
  return addAddress(registry, 'ip-netmask', prefix, (value) => prefixName(word, value));
}

/** A prefix of length 0 as a line of a file that is fetched over the network: one line would open everything. */
export function everythingIn({ prefixes }: TagItem): string | undefined {
  return prefixes.find((prefix) => prefix.endsWith('/0'));
}

function addTag(registry: Registry, options: PaloAltoOptions, whole: TagItem): string {
  const item = registry.trim(whole);
  const known = registry.tags.get(item.tag) ?? item.prefixes;
  registry.tags.set(item.tag, known);
  const other = areSame(known, item.prefixes) ? '' : stableHash(item.prefixes.join(' '));
  const isFeed = everythingIn(item) === undefined;
  const list = isFeed && options.serviceTags === 'lists';
  const name = tagName(options.prefix, item.tag, list, other);
  if (registry.lists.has(name) || registry.groups.has(name)) return name;
  if (isFeed) registry.feeds.set(name, { name, prefixes: item.prefixes });
  const text = `Service tag ${item.tag}`;
  if (list) {
    const url = `${options.listBaseUrl}/ip/${name}.txt`;
    const description = note(text, shortDescription.value);
    const checked = options.certificateProfile === '' ? {} : { certificateProfile: options.certificateProfile };
    registry.lists.set(name, { name, url, ...checked, recurring: 'hourly', description });
    return name;
  }
  const members = item.prefixes.map((prefix) => addPrefix(registry, options.prefix, prefix));
  const description = note(text, groupDescription.value);
  registry.groups.set(name, { name, members, description, tag: options.prefix });
  return name;
}

/** The group that is made of members which are too many for one line, and why it exists. */
interface Bundle {
  readonly name: string;
  readonly reason: string;
}

function bundle(
  { groups }: Registry,
  tag: string,
  members: readonly string[],
  { name, reason }: Bundle,
): readonly string[] {
  if (members.length <= inlineMembers) return members;
  groups.set(name, { name, members, description: reason, tag });
  return [name];
}

/** The members of a rule's source or destination. */
export function addItems(
  registry: Registry,
  options: PaloAltoOptions,
  items: readonly AddressItem[],
  large: Bundle,
): readonly string[] {
  const names = items.map((item) =>
    item.kind === 'tag' ? addTag(registry, options, item) : addPrefix(registry, options.prefix, item.prefix),
  );
  // External lists can't be members of a group.
  const isList = (name: string): boolean => registry.lists.has(name);
  const rest = names.filter((name) => !isList(name));
  return [...names.filter(isList), ...bundle(registry, options.prefix, rest, large)];
}

/** FQDN objects. */
export function addHosts(
  registry: Registry,
  { prefix }: PaloAltoOptions,
  hosts: readonly string[],
  large: Bundle,
): readonly string[] {
  const names = hosts.map((host) => addAddress(registry, 'fqdn', host, (value) => hostName(prefix, value)));
  return bundle(registry, prefix, names, large);
}

/** Ports by as many objects as their text needs. */
function chunks(ports: readonly PortRange[]): readonly (readonly PortRange[])[] {
  const lists: PortRange[][] = [];
  let length = Infinity;
  for (const range of ports) {
    const more = portText(range).length + 1;
    if (length + more > portsLength.value) {
      lists.push([]);
      length = 0;
    }
    lists.at(-1)?.push(range);
    length += more;
  }
  return lists;
}

/** Service objects of our own: the predefined `service-http` is 80 and 8080. */
export function addService({ services }: Registry, { prefix }: PaloAltoOptions, on: Ports): readonly string[] {
  return chunks(on.ports).map((ports) => {
    const name = serviceName(prefix, { ...on, ports });
    const text = ports.map(portText).join(',').replace('*', '1-65535');
    services.set(name, { name, protocol: on.protocol, ports: text });
    return name;
  });
}
