import type { PacketFilter } from './model.js';

/** A built-in chain with the chain of ours that it jumps to. */
export interface Hook {
  readonly builtIn: 'forward' | 'output' | 'input';
  readonly chain: string;
}

/** All that there can be, so that those of another mode can be taken away. */
export const allHooks: readonly Hook[] = [
  { builtIn: 'forward', chain: 'forward' },
  { builtIn: 'output', chain: 'output' },
  { builtIn: 'input', chain: 'input' },
];

/** The jumps that a filter needs. A host judges what comes in only where there are rules for it. */
export function hooksOf({ settings, rules }: PacketFilter): readonly Hook[] {
  const wanted: readonly Hook['builtIn'][] =
    settings.mode === 'gateway'
      ? ['forward']
      : rules.some(({ chain }) => chain === 'in')
        ? ['output', 'input']
        : ['output'];
  return allHooks.filter(({ builtIn }) => wanted.includes(builtIn));
}
