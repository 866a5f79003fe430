import { destinationText, type Destination } from '@azureml-firewall/rule-model';
import type { Dependency } from './dependencies.js';

/** One host with all that the answer says of it. */
export interface LiveHost {
  readonly destination: Destination;
  readonly text: string;
  /** As they are labelled, the first one first. */
  readonly categories: readonly string[];
  readonly ports: readonly number[];
}

/** One host appears under several categories: it is asked for once, and keeps them all. */
export function hostsOf(dependencies: readonly Dependency[]): readonly LiveHost[] {
  const hosts = new Map<string, LiveHost>();
  for (const { destination, category, ports } of dependencies) {
    const text = destinationText(destination);
    const home = hosts.get(text) ?? { destination, text, categories: [], ports: [] };
    hosts.set(text, {
      ...home,
      categories: [...new Set([...home.categories, category])],
      ports: [...new Set([...home.ports, ...ports])].toSorted((a, b) => a - b),
    });
  }
  return [...hosts.values()];
}

/** Hosts of one category, by its label, with the same ports. */
export interface LiveGroup {
  readonly category: string;
  readonly ports: readonly number[];
  readonly hosts: readonly LiveHost[];
}

/** Hosts that stand in one rule: labels are what Azure writes, in whatever language, and are compared as they are. */
export function groupsOf(hosts: readonly LiveHost[]): readonly LiveGroup[] {
  const groups = new Map<string, LiveGroup>();
  for (const host of hosts) {
    const { categories, ports } = host;
    const category = categories[0] ?? '';
    const key = JSON.stringify([category, ports]);
    groups.set(key, { category, ports, hosts: [...(groups.get(key)?.hosts ?? []), host] });
  }
  return [...groups.values()];
}
