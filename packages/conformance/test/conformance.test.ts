import { describe, expect, it } from 'vitest';
import { conformance, type Check } from '../src/index.js';
import { acme } from './support/acme.js';
import { adapter, memory } from './support/acme-adapter.js';

async function failures(checks: readonly Check[]): Promise<readonly string[]> {
  const results = await Promise.all(checks.map(async ({ name, run }) => ({ name, ...(await run()) })));
  return results.filter(({ status }) => status === 'fail').map(({ name, reason }) => `${name}: ${reason}`);
}

describe('a sound renderer', { timeout: 120_000 }, () => {
  const checks = conformance(acme, { ...adapter, expected: memory() });

  it('passes every check', async () => {
    expect(await failures(checks)).toEqual([]);
  });

  it('is asked things with names of their own', () => {
    const names = checks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !name.startsWith('expected files: '))).toMatchSnapshot();
  });
});

describe('an adapter', () => {
  it('with a part that is misspelt is refused, since its checks would not be made', () => {
    const misspelt = { ...adapter, varaints: {} };
    expect(() => conformance(acme, misspelt)).toThrow('the adapter: found varaints, expected only expected, messages');
  });

  it('that lacks a part is refused by the name of it', () => {
    const { limits, ...rest } = adapter;
    expect(limits).toBeDefined();
    const lacking: unknown = rest;
    expect(() => conformance(acme, lacking as typeof adapter)).toThrow('the adapter: found no limits');
  });
});
