import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everythingOn } from './profiles.js';

/** The editions among all texts that were parsed, in the order in which that happened. */
function parsedEditions(calls: readonly (readonly unknown[])[]): readonly string[] {
  return calls.flatMap(([text]) => /^\{"edition":"([\d-]+)"/.exec(String(text))?.[1] ?? []);
}

describe('the package', () => {
  beforeEach(() => {
    vi.resetModules();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('parses no edition when it is imported, and each once when it is first asked for', async () => {
    const calls: (readonly unknown[])[] = [];
    const original = JSON.parse.bind(JSON);
    vi.spyOn(JSON, 'parse').mockImplementation((...args: Parameters<typeof JSON.parse>): unknown => {
      calls.push(args);
      return original(...args);
    });
    const { loadEdition, plan } = await import('@azureml-firewall/catalog');
    expect(parsedEditions(calls)).toEqual([]);
    plan(everythingOn('public'));
    plan(everythingOn('china'));
    expect(parsedEditions(calls)).toEqual(['2026-03-19']);
    loadEdition('2021-09-14');
    loadEdition('2021-09-14');
    expect(parsedEditions(calls)).toEqual(['2026-03-19', '2021-09-14']);
  });

  it('prints nothing, whatever it is asked', async () => {
    const spies = [
      ...(['debug', 'error', 'info', 'log', 'trace', 'warn'] as const).map((name) =>
        vi.spyOn(console, name).mockImplementation(() => undefined),
      ),
      vi.spyOn(process.stdout, 'write').mockImplementation(() => true),
      vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
      vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined),
    ];
    const catalog = await import('@azureml-firewall/catalog');
    catalog.plan(everythingOn('usgov'));
    catalog.find('8787');
    catalog.history('batch-inbound-tag');
    catalog.changeFeed('2021-09-14', '2026-03-19');
    expect(() => catalog.plan({ cloud: 'china', region: 'eastus2' })).toThrow(catalog.ProfileError);
    const printed = spies.flatMap((spy) => spy.mock.calls as readonly unknown[]);
    vi.restoreAllMocks();
    expect(printed).toEqual([]);
  });

  it('leaves what it was given as it was', async () => {
    const { plan } = await import('@azureml-firewall/catalog');
    const profile = everythingOn('public');
    const before = JSON.stringify(profile);
    plan(profile, { addressing: 'hosts', breadth: 'strict', roles: ['compute'] });
    expect(JSON.stringify(profile)).toBe(before);
  });
});
