import {
  evaluate,
  type Destination,
  type Entry,
  type Flow,
  type Policy,
  type Rule,
  type Source,
} from '@azureml-firewall/rule-model';
import type { World } from './world.js';

/** A destination or source with the addresses that a tag has in a world. */
function filled<Item extends Source | Destination>(item: Item, { tags }: World): Item {
  if (item.kind !== 'service-tag' || item.resolved) return item;
  return { ...item, resolved: { document: 'world', prefixes: tags[item.tag] ?? [] } };
}

/** The policy of one entry alone. */
export function alone({ rule, destination, service }: Entry, policy: Policy): Policy {
  const only: Rule = { ...rule, destinations: [destination], services: [service] };
  return { ...policy, collections: [{ id: 'alone', title: 'Alone', rules: [only] }], routes: [] };
}

/** Whether an entry asks for a connection, whatever is to happen to it. */
export function asks(entry: Entry, policy: Policy, world: World): (flow: Flow) => boolean {
  const { rule, destination } = entry;
  const sources = rule.sources.map((source) => filled(source, world));
  const allowed: Entry = {
    ...entry,
    rule: { ...rule, action: 'allow', sources },
    destination: filled(destination, world),
  };
  const only = alone(allowed, policy);
  return (flow) => evaluate(only, flow).action === 'allow';
}
