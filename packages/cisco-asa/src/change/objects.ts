import type { CiscoAsaModel } from '../model.js';
import { nameLines, networkLines, serviceLines } from '../print/objects.js';

/** Objects and groups, without what names them. */
export type Objects = Pick<CiscoAsaModel, 'names' | 'networks' | 'services'>;

function missing<T extends { readonly name: string }>(items: readonly T[], others: readonly T[]): readonly T[] {
  const known = new Set(others.map(({ name }) => name));
  return items.filter(({ name }) => !known.has(name));
}

/** What stands in one of two configurations and not in the other. */
export function objectsOnlyIn(one: Objects, other: Objects): Objects {
  return {
    names: missing(one.names, other.names),
    networks: missing(one.networks, other.networks),
    services: missing(one.services, other.services),
  };
}

/** Makes objects, each before what names it. */
export function madeObjects({ names, networks, services }: Objects): readonly string[] {
  return [...names.flatMap(nameLines), ...networks.flatMap(networkLines), ...services.flatMap(serviceLines)];
}

/** Takes objects away, each after what names it. */
export function removedObjects({ names, networks, services }: Objects): readonly string[] {
  return [
    ...services.map(({ name }) => `no object-group service ${name}`),
    ...networks.map(({ name }) => `no object-group network ${name}`),
    ...names.map(({ name }) => `no object network ${name}`),
  ];
}
