import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { modelOf, render } from '@azureml-firewall/renderer-kit';
import { draft, rule } from '@azureml-firewall/conformance';
import { fortinet, type Code, type FortinetOptions } from '../src/index.js';
import { limitFindings } from '../src/findings/limits.js';
import { partsOf } from '../src/parts.js';

function prefixes(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `20.${i >> 16}.${(i >> 8) & 255}.${i & 255}/32`);
}

function monitor(count: number): Policy {
  const addresses = { document: 'Public/download/375', prefixes: prefixes(count) };
  return draft([rule('monitor', [{ kind: 'service-tag', tag: 'AzureMonitor', resolved: addresses }], ['tcp/443'])]);
}

function codesOf(given: Policy, options: Partial<FortinetOptions> = {}): ReadonlySet<Code> {
  return new Set(render(fortinet, given, options).diagnostics.map(({ code }) => code));
}

const feeds = { serviceTags: 'feeds', feedUrl: 'https://lists.example.com' } as const;

describe('limits', () => {
  it('a table holds as many objects as the option says, not one more', () => {
    // The source of the rule is an address too.
    expect(codesOf(monitor(99), { addressLimit: 100 })).not.toContain('fortinet/limit-table');
    expect(codesOf(monitor(100), { addressLimit: 100 })).toContain('fortinet/limit-table');
  });

  it('a feed of 7.2 holds 131,072 lines; from 7.4.4 all feeds together 300,000', () => {
    const model = modelOf(fortinet, monitor(1), feeds);
    const codes = (version: FortinetOptions['version'], ...counts: readonly number[]): readonly Code[] => {
      const lists = counts.map((count, i) => ({ name: `feed-${i}`, prefixes: new Array<string>(count).fill('x') }));
      const resource = { url: 'https://lists.example.com/x', refreshMinutes: 60, checksIdentity: true };
      const externalResources = lists.map(({ name }) => ({ ...resource, name }));
      const config = { ...model.config, externalResources };
      return limitFindings({ ...model, config, feeds: lists }, { ...fortinet.defaults, version }).map(
        ({ code }) => code,
      );
    };
    expect(codes('7.2', 131_072, 131_072, 131_072)).toEqual([]);
    expect(codes('7.2', 131_073, 1)).toEqual(['fortinet/feed-over-limit']);
    expect(codes('7.4', 150_000, 150_000)).toEqual([]);
    expect(codes('7.4', 150_000, 150_001)).toEqual(['fortinet/feed-over-limit']);
    expect(codes('7.4', ...new Array<number>(256).fill(1))).toEqual([]);
    expect(codes('7.4', ...new Array<number>(257).fill(1))).toEqual(['fortinet/feed-over-limit']);
  });

  it('names are as long as FortiOS takes them, and differ where what was cut differs', () => {
    const ids = ['x'.repeat(31), 'x'.repeat(32), 'x'.repeat(33)];
    const long = (start: string): string => [start, 'l'.repeat(60), 'm'.repeat(60), 'example'].join('.');
    const given = draft(ids.map((id, i) => rule(id, [long(`a${i}`), long(`b${i}`)], ['tcp/443'])));
    const { policies, addresses } = render(fortinet, given).model.config;
    expect(policies.map(({ name }) => name.length)).toEqual([35, 35, 35]);
    expect(new Set(policies.map(({ name }) => name)).size).toBe(3);
    expect(addresses.map(({ name }) => name.length).filter((length) => length > 79)).toEqual([]);
    expect(new Set(addresses.map(({ name }) => name)).size).toBe(7);
  });

  it('comments keep the requirement when the purpose is cut', () => {
    const given = draft([
      rule('one', ['example.com'], ['tcp/443'], { purpose: 'p'.repeat(500), caution: `c${'…'.repeat(499)}` }),
    ]);
    const [only] = render(fortinet, given).model.config.policies;
    expect(only?.comments.length).toBe(1023);
    expect(only?.comments).toMatch(/\.\.\. \[one; 2021-09-14\]$/);
  });

  it('a group has as many members as the option says, its parts as well', () => {
    const names = prefixes(20_000);
    const parts = partsOf('group', names, 10);
    expect(parts.every(({ members }) => members.length > 0 && members.length <= 10)).toBe(true);
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
    expect(parts.at(-1)?.name).toBe('group');
    const known = new Set(names);
    for (const { name, members } of parts) {
      expect(members.every((member) => known.delete(member))).toBe(true);
      known.add(name);
    }
    expect([...known]).toEqual(['group']);
  });

  it('ids that meet step aside, and all are found room', () => {
    const given = draft(Array.from({ length: 1500 }, (_, i) => rule(`r${i}`, ['192.0.2.0/24'], ['tcp/443'])));
    const { policies } = render(fortinet, given, { policyIdFrom: 1, policyIdTo: 1001 }).model.config;
    expect(new Set(policies.map(({ id }) => id)).size).toBe(1500);
  });
});
