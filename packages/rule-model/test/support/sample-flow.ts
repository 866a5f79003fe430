import {
  cidrsContain,
  type Destination,
  type Flow,
  type FlowRegion,
  type Policy,
  type ServiceTag,
  type Source,
} from '@azureml-firewall/rule-model';
import { addressesOfWorld } from './small-world.js';

/** Addresses that are thought to be in tags, by their names. */
export type Assignment = Readonly<Record<string, readonly string[]>>;

/** The policy once the tags that are named have these addresses, and no others. */
export function assign(policy: Policy, assignment: Assignment): Policy {
  const given = <T extends Source | Destination>(item: T): T => {
    const prefixes = item.kind === 'service-tag' ? assignment[item.tag] : undefined;
    return prefixes ? { ...item, resolved: { document: 'assigned', prefixes } } : item;
  };
  return {
    ...policy,
    collections: policy.collections.map((collection) => ({
      ...collection,
      rules: collection.rules.map((rule) => ({
        ...rule,
        sources: rule.sources.map(given),
        destinations: rule.destinations.map(given),
      })),
    })),
  };
}

type ByAddress = Extract<Destination, { kind: 'cidr' | 'service-tag' }>;

function isByAddress(item: Source | Destination): item is ByAddress {
  return item.kind === 'cidr' || item.kind === 'service-tag';
}

function prefixesOf(item: Source | Destination): readonly string[] {
  if (item.kind === 'any') return ['0.0.0.0/0', '::/0'];
  if (item.kind === 'cidr') return [item.prefix];
  return item.kind === 'service-tag' ? (item.resolved?.prefixes ?? []) : [];
}

function isUnread(item: Source | Destination, byName: readonly string[]): item is ServiceTag {
  return item.kind === 'service-tag' && (item.resolved === undefined || byName.includes(item.tag));
}

function single(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`;
}

/** An address in one of the lists and in none of the exceptions. */
function pick(within: readonly string[], except: readonly string[]): string | undefined {
  const candidates = [...addressesOfWorld, ...within.map((prefix) => prefix.slice(0, prefix.indexOf('/')))];
  return candidates.find(
    (address) => cidrsContain(within, [single(address)]) && !cidrsContain(except, [single(address)]),
  );
}

interface Part {
  readonly of: readonly (Source | Destination)[];
  readonly except: readonly (Source | Destination)[];
  readonly only?: readonly string[];
  readonly also: readonly (Source | Destination)[];
}

/** An address of a part, and the tags that are thought to hold it. */
function addressIn({ of, except, only, also }: Part, byName: readonly string[], known: readonly string[]) {
  const tags = [...of.slice(0, 1), ...also]
    .filter((item): item is ServiceTag => isUnread(item, byName))
    .map((item) => item.tag);
  const [first] = of;
  if (first === undefined) return undefined;
  const everything = ['0.0.0.0/0', '::/0'];
  const free = isUnread(first, byName);
  const within = only ?? (free ? everything : prefixesOf(first));
  const excepted = except.flatMap(prefixesOf);
  // A tag stands for itself where no prefix holds it.
  const outside = free && !only ? pick(everything, [...excepted, ...known]) : undefined;
  return { address: outside ?? pick(within, excepted), tags };
}

/** A flow of a region, and what the tags without addresses have to hold for it. */
export interface Sample {
  readonly flow: Flow;
  readonly assignment: Assignment;
}

function hostPart(destination: Destination): Partial<Flow> {
  switch (destination.kind) {
    case 'fqdn':
      return { host: destination.host, path: null };
    case 'wildcard':
      return { host: `fresh.${destination.parent}`, path: null };
    case 'suffix':
      return { host: `fresh${destination.suffix}`, path: null };
    case 'url':
      return { host: destination.host, path: destination.path.replace(/\*$/, 'fresh') };
    case 'cidr':
    case 'service-tag':
      return { host: null, path: null };
  }
}

/** A flow that a region speaks of. `known` gives the prefixes that the policies name. */
export function sampleFlow(
  { direction, sources, destination, service }: FlowRegion,
  tagsOfWorld: readonly string[],
  byName: readonly string[],
  known: (part: 'sources' | 'destinations') => readonly string[],
): Sample | undefined {
  const from = addressIn(sources, byName, known('sources'));
  const { of, also } = destination;
  const there = isByAddress(of)
    ? addressIn({ ...destination, of: [of] }, byName, known('destinations'))
    : also.length > 0
      ? addressIn(
          { of: also, except: [], ...(destination.only && { only: destination.only }), also: also.slice(1) },
          byName,
          known('destinations'),
        )
      : { address: null, tags: [] };
  if (from?.address === undefined || there?.address === undefined) return undefined;
  // One address on both ends would be in the tags of both.
  if (from.address === there.address) return undefined;
  const held: Record<string, string[]> = Object.fromEntries(tagsOfWorld.map((name) => [name, []]));
  for (const name of from.tags) held[name]?.push(single(from.address));
  for (const name of there.tags) if (there.address !== null) held[name]?.push(single(there.address));
  const flow: Flow = {
    direction,
    source: from.address,
    ...hostPart(of),
    address: there.address,
    protocol: service.protocol,
    port: service.ports[0]?.from ?? 0,
  };
  return { flow, assignment: held };
}
