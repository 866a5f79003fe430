import { fault, type PolicyFault } from './faults.js';

/** The lists of a policy, each with those in its items. */
interface Lists {
  readonly [name: string]: Lists;
}

const rule: Lists = { sources: {}, destinations: {}, services: { ports: {} }, origins: {} };
const policyLists: Lists = { collections: { rules: rule }, routes: { byAddress: {}, origins: {} } };

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
}

function checkLists(path: string, value: unknown, lists: Lists): readonly PolicyFault[] {
  if (Object.keys(lists).length === 0) return [];
  const at = path === '' ? 'policy' : path;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault(at, 'policy/not-an-object', kindOf(value), 'an object');
  return Object.entries(lists).flatMap(([name, within]) => {
    const items: unknown = Reflect.get(value, name);
    const place = path === '' ? name : `${path}.${name}`;
    if (!Array.isArray(items)) return fault(place, 'policy/not-a-list', kindOf(items), 'a list');
    return items.flatMap((item, i) => checkLists(`${place}[${i}]`, item, within));
  });
}

/** Whether the lists are there at all: what has none, such as a plan in place of its policy, can't be looked into. */
export function checkShape(policy: unknown): readonly PolicyFault[] {
  return checkLists('', policy, policyLists);
}
