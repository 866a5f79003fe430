import {
  destinationText,
  parseDestination,
  serviceText,
  type AddressFamily,
  type Destination,
  type Service,
} from '@azureml-firewall/rule-model';
import type { Address, FortiConfig } from '../model.js';

/** Looks up what names of objects stand for; nothing where one is not defined. */
export interface Resolver {
  readonly addresses: (names: readonly string[], family: AddressFamily) => readonly Destination[] | undefined;
  readonly services: (names: readonly string[]) => readonly Service[] | undefined;
}

function destinationOf({ value }: Address): readonly Destination[] | undefined {
  const parsed = parseDestination(value.kind === 'fqdn' ? value.fqdn : value.prefix);
  return parsed.ok ? [parsed.value] : undefined;
}

function listed(prefixes: readonly string[], family: AddressFamily): readonly Destination[] {
  return prefixes
    .filter((prefix) => prefix.includes(':') === (family === 'ipv6'))
    .map((prefix) => ({ kind: 'cidr', prefix }));
}

function addressKey(family: AddressFamily, name: string): string {
  return `${family} ${name}`;
}

/** All of many lists, each item once, or nothing where one of the lists is missing. */
function union<T>(lists: readonly (readonly T[] | undefined)[], key: (item: T) => string): readonly T[] | undefined {
  if (lists.includes(undefined)) return undefined;
  return [...new Map(lists.flatMap((list) => list ?? []).map((item) => [key(item), item])).values()];
}

/** A resolver for the objects of a configuration. Groups are defined after their members, so that none holds itself. */
export function resolverOf(config: FortiConfig, lists: Readonly<Record<string, readonly string[]>>): Resolver {
  const addresses = new Map(
    config.addresses.map((address) => [addressKey(address.family, address.name), destinationOf(address)] as const),
  );
  for (const { name } of config.externalResources)
    for (const family of ['ipv4', 'ipv6'] as const) {
      const prefixes = Object.hasOwn(lists, name) ? lists[name] : undefined;
      addresses.set(addressKey(family, name), prefixes && listed(prefixes, family));
    }
  const findAddresses: Resolver['addresses'] = (names, family) =>
    union(
      names.map((name) => addresses.get(addressKey(family, name))),
      destinationText,
    );
  for (const { family, name, members } of config.groups)
    addresses.set(addressKey(family, name), findAddresses(members, family));

  const services = new Map<string, readonly Service[] | undefined>(
    config.services.map(({ name, protocol, ports }) => [name, [{ protocol, ports }]]),
  );
  const findServices: Resolver['services'] = (names) =>
    union(
      names.map((name) => services.get(name)),
      serviceText,
    );
  for (const { name, members } of config.serviceGroups) services.set(name, findServices(members));
  return { addresses: findAddresses, services: findServices };
}
