import type { Namespace } from './namespace.js';

/** Commands that tell what the kernel holds, without counters. */
const reads: readonly (readonly string[])[] = [
  ['iptables-save'],
  ['ip6tables-save'],
  ['ipset', 'save', '-sorted'],
  ['nft', '-s', 'list', 'ruleset'],
];

/** What the kernel of the gateway holds, for comparison. */
export function stateOf(gateway: Namespace): string {
  return reads
    .map((command) => gateway.run(command))
    .join('\n')
    .replace(/^#.*\n/gm, '')
    .replace(/\[[0-9]+:[0-9]+\]/g, '[0:0]')
    .replace(/ (initval|hashsize|bucketsize) [0-9a-fx]+/g, '');
}

/** Lines of the state that name something of ours. */
export function remnants(gateway: Namespace): readonly string[] {
  return stateOf(gateway)
    .split('\n')
    .filter((line) => /\baml[-_]|\baml\b/i.test(line));
}

/** Empties the kernel's tables, so that a case that went wrong does not spoil the next. */
export function reset(gateway: Namespace): void {
  gateway.run(['nft', 'flush', 'ruleset']);
  gateway.run(['ipset', 'destroy']);
}

/** Lines that only one of two states has, at most a few. */
export function difference(before: string, after: string): readonly string[] {
  const [first, second] = [before.split('\n'), after.split('\n')];
  const [had, has] = [new Set(first), new Set(second)];
  return [
    ...first.filter((line) => !has.has(line)).map((line) => `- ${line}`),
    ...second.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
  ].slice(0, 6);
}
