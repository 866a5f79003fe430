import type { Adapter } from './adapter.js';

const known: Readonly<Record<keyof Adapter<unknown, unknown, string>, 'needed' | 'optional'>> = {
  expected: 'needed',
  messages: 'needed',
  limits: 'needed',
  own: 'optional',
  documents: 'optional',
  page: 'optional',
  options: 'optional',
  variants: 'optional',
  read: 'optional',
  families: 'optional',
  ignoresSources: 'optional',
  device: 'optional',
  syntax: 'optional',
  unsafe: 'optional',
  volatile: 'optional',
  seed: 'optional',
};

/**
 * Refuses an adapter with a part that is missing or misspelt: the checks that ask for it would not be made.
 * @throws RangeError that names it, and what is known.
 */
export function checkAdapter(adapter: unknown): void {
  if (typeof adapter !== 'object' || adapter === null)
    throw new RangeError(`the adapter: found ${String(adapter)}, expected an object`);
  const names = Object.keys(adapter);
  const strays = names.filter((name) => !Object.hasOwn(known, name));
  const missing = Object.entries(known).filter(([name, is]) => is === 'needed' && !names.includes(name));
  if (strays.length > 0)
    throw new RangeError(`the adapter: found ${strays.join(', ')}, expected only ${Object.keys(known).join(', ')}`);
  if (missing.length > 0)
    throw new RangeError(`the adapter: found no ${missing.map(([name]) => name).join(', no ')}, expected each`);
}
