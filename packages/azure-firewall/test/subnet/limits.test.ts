import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { draft, route, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type AzureFirewallOptions } from '../../src/index.js';
import { manyAddresses, manyLaterRules, manyPrefixes, manyRules, manySecurityTurns, manyTagRoutes } from './cases.js';
import { liftSubnet } from './lift.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

function codesOf(given: Policy, options: Partial<AzureFirewallOptions> = {}): ReadonlySet<string> {
  return new Set(render(azureFirewall, given, options).diagnostics.map(({ code }) => code));
}

const byPrefix = { routeBy: 'prefix' } as const;

describe('limits of the subnet', slow, () => {
  it('are 1,000 routes in a table, or what is said in their place', () => {
    expect(codesOf(manyPrefixes(1000), byPrefix)).not.toContain('azure-firewall/limit-routes');
    expect(codesOf(manyPrefixes(1001), byPrefix)).toContain('azure-firewall/limit-routes');
    const older = { ...byPrefix, limits: { routes: 400 } };
    expect(codesOf(manyPrefixes(400), older)).not.toContain('azure-firewall/limit-routes');
    expect(codesOf(manyPrefixes(401), older)).toContain('azure-firewall/limit-routes');
  });

  it('are 25 routes by service tag, the default route not counted', () => {
    const options = { firewallPrivateIp: '10.0.1.4' };
    expect(codesOf(manyTagRoutes(25), options)).not.toContain('azure-firewall/limit-tag-routes');
    expect(codesOf(manyTagRoutes(26), options)).toContain('azure-firewall/limit-tag-routes');
  });

  it('are 1,000 security rules', () => {
    expect(codesOf(manyRules(1000))).not.toContain('azure-firewall/limit-security-rules');
    expect(codesOf(manyRules(1001))).toContain('azure-firewall/limit-security-rules');
  });

  it('are 4,000 addresses on one side of one direction', () => {
    expect(codesOf(manyAddresses(4000))).not.toContain('azure-firewall/limit-security-addresses');
    expect(codesOf(manyAddresses(4001))).toContain('azure-firewall/limit-security-addresses');
  });

  it('are 250 rules of a later turn: none of what finds no place is printed', () => {
    const lost = (count: number): number =>
      render(azureFirewall, manyLaterRules(count)).outcomes.filter(({ outcome }) => outcome === 'omitted').length;
    expect(lost(250)).toBe(0);
    expect(lost(251)).toBe(1);
  });

  it('are five turns of allow and deny: none of what comes after is printed', () => {
    const lost = (count: number): readonly string[] =>
      render(azureFirewall, manySecurityTurns(count))
        .outcomes.filter(({ outcome }) => outcome === 'omitted')
        .map(({ rule: id }) => id);
    expect(lost(5)).toEqual([]);
    expect(lost(6)).toEqual(['turn-5']);
  });

  it('are names of 80 characters', () => {
    const ids = ['a'.repeat(80), 'a'.repeat(81), 'a'.repeat(82)];
    const given = draft(
      ids.map((id) => rule(id, ['10.20.0.0/16'], ['tcp/1'], { direction: 'inbound' })),
      { routes: [...ids].map((id, i) => route(id, { tag: `Tag${i}` })) },
    );
    const { rules, routes } = liftSubnet(render(azureFirewall, given).artifacts);
    for (const names of [rules, routes].map((list) => list.map(({ name }) => name))) {
      expect(new Set(names).size).toBe(3);
      expect(names).toContain(ids[0]);
      for (const { length } of names) expect(length).toBe(80);
    }
  });

  it('are descriptions of 140 characters: the purpose is cut, the requirement stays', () => {
    const printed = (length: number): string => {
      const long = rule('in', ['10.20.0.0/16'], ['tcp/1'], { direction: 'inbound', purpose: 'p'.repeat(length) });
      return liftSubnet(render(azureFirewall, draft([long])).artifacts).rules[0]?.description ?? '';
    };
    const reference = ' [in; 2021-09-14]';
    const most = 140 - reference.length;
    expect(printed(most)).toBe(`${'p'.repeat(most)}${reference}`);
    expect(printed(most + 1)).toHaveLength(140);
    expect(printed(most + 1)).toMatch(/p… \[in; 2021-09-14\]$/);
  });
});
