/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../src/index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts shape\n(.*?)^```/gms)].map(([, code = '']) => code);

const checks: readonly Check[] = [
  { name: 'good', run: () => ({ status: 'pass', reason: '' }) },
  { name: 'bad', run: () => Promise.resolve({ status: 'fail', reason: 'because' }) },
  { name: 'absent', skip: 'no tool', run: () => ({ status: 'skip', reason: 'no tool' }) },
];

type Body = () => Promise<void>;

/** A test runner that keeps what it is given: names, whether they are skipped, and what they do. */
function runner() {
  const kept = new Map<string, Body | 'skipped'>();
  const skip = (name: string): void => {
    kept.set(name, 'skipped');
  };
  const test = (name: string, ...rest: readonly unknown[]): void => {
    const options = rest.find((one) => typeof one === 'object') as { readonly skip?: string } | undefined;
    const body = rest.find((one) => typeof one === 'function') as Body;
    kept.set(
      options?.skip === undefined ? name : `${name} (${options.skip})`,
      options?.skip === undefined ? body : 'skipped',
    );
  };
  return { kept, test: Object.assign(test, { skip, skipIf: (why?: string) => (why === undefined ? test : skip) }) };
}

describe('the loops of the README', () => {
  it('are one for each test runner', () => {
    expect(blocks).toHaveLength(3);
  });

  it.each(blocks)('make tests of checks: %#', async (code) => {
    const { kept, test } = runner();
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is shown has to run
    const run = new Function('conformance', 'acme', 'adapter', 'it', 'test', code) as (
      ...args: readonly unknown[]
    ) => void;
    run(() => checks, {}, {}, test, test);
    expect([...kept.keys()]).toEqual(['good', 'bad', 'absent (no tool)']);
    expect(kept.get('absent (no tool)')).toBe('skipped');
    await expect((kept.get('good') as Body)()).resolves.toBeUndefined();
    await expect((kept.get('bad') as Body)()).rejects.toThrow('because');
  });
});
