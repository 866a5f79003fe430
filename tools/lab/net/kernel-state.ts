import type { Namespace } from './namespace.js';

/** Commands that tell what the kernel holds, without counters. */
const reads: readonly (readonly string[])[] = [
  ['iptables-save'],
  ['ip6tables-save'],
  ['ipset', 'save'],
  ['nft', '-s', 'list', 'ruleset'],
];

/** What the kernel of a machine holds, for comparison; elements of a set come in no order. */
export function stateOf(machine: Namespace): string {
  return reads
    .map((command) => machine.run(command))
    .join('\n')
    .replace(/^#.*\n/gm, '')
    .replace(/\[[0-9]+:[0-9]+\]/g, '[0:0]')
    .replace(/ (initval|hashsize|bucketsize) [0-9a-fx]+/g, '');
}

/** Lines of the state that name something of ours. */
export function remnants(machine: Namespace): readonly string[] {
  return stateOf(machine)
    .split('\n')
    .filter((line) => /\baml[-_]|\baml\b/i.test(line));
}

/** Empties the kernel's tables, so that a case that went wrong does not spoil the next. */
export function reset(machine: Namespace): void {
  machine.run(['nft', 'flush', 'ruleset']);
  machine.run(['ipset', 'destroy']);
}

/** Lines that one of two states has more often than the other, at most a few. */
export function difference(before: string, after: string): readonly string[] {
  const counts = new Map<string, number>();
  const add = (text: string, by: number): void => {
    for (const line of text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + by);
  };
  add(after, 1);
  add(before, -1);
  const changed = [...counts].filter(([, by]) => by !== 0);
  return changed.slice(0, 6).map(([line, by]) => `${by > 0 ? '+' : '-'} ${line.trim()}`);
}
