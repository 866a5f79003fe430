import { destinationText, serviceText, type Destination, type Service } from '@azureml-firewall/rule-model';
import { roles as everyRole, type Role } from '../profile/profile.js';
import type { Applied } from './applicable.js';
import { servicesOf } from './services.js';

/** Destinations that the same roles reach by the same services, with the facts that say so. */
export interface Group {
  readonly roles: readonly Role[];
  readonly destinations: readonly Destination[];
  readonly services: readonly Service[];
  readonly facts: readonly Applied[];
}

/** One destination, for some roles, with the services of all facts about it, which stand as a text too. */
interface Reach {
  readonly roles: readonly Role[];
  readonly destination: Destination;
  readonly services: readonly Service[];
  readonly text: string;
  readonly facts: readonly Applied[];
}

function gathered<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const home = groups.get(key);
    if (home) home.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function reachOf(facts: readonly Applied[], roles: readonly Role[]): readonly Reach[] {
  const [first] = facts;
  if (!first) return [];
  const services = servicesOf([...new Set(facts.flatMap(({ fact }) => fact.ports))].toSorted());
  return [{ roles, destination: first.destination, services, text: services.map(serviceText).join(' '), facts }];
}

function rolesOfAll(list: readonly { readonly roles: readonly Role[] }[]): readonly Role[] {
  const some = new Set(list.flatMap(({ roles }) => roles));
  return everyRole.filter((role) => some.has(role));
}

/** What each role reaches of one destination; roles that reach it by the same services stand together. */
function reachesByRole(facts: readonly Applied[]): readonly Reach[] {
  const single = rolesOfAll(facts).flatMap((role) =>
    reachOf(
      facts.filter(({ roles }) => roles.includes(role)),
      [role],
    ),
  );
  return gathered(single, ({ text }) => text).flatMap((list) =>
    reachOf([...new Set(list.flatMap((one) => one.facts))], rolesOfAll(list)),
  );
}

/**
 * One destination gathers the ports of all its facts; destinations with the same ports then stand together. Roles are
 * told apart where each has addresses of its own: what one of them opens is not for the others.
 */
export function groupsOf(applied: readonly Applied[], byRole: boolean): readonly Group[] {
  const everybody = rolesOfAll(applied);
  const reaches = gathered(applied, ({ destination }) => destinationText(destination)).flatMap((facts) =>
    byRole ? reachesByRole(facts) : reachOf(facts, everybody),
  );
  return gathered(reaches, ({ roles, text }) => `${roles.join(' ')} ${text}`).map((list) => ({
    roles: rolesOfAll(list),
    destinations: list.map(({ destination }) => destination),
    services: list[0]?.services ?? [],
    facts: list.flatMap(({ facts }) => facts),
  }));
}
