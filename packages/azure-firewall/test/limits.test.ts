import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { azureFirewall, type Code, type FirewallPolicyRules } from '../src/index.js';
import { limitFindings } from '../src/findings/limits.js';
import { groupJson } from '../src/print/arm.js';
import { manyHosts, manyPairs, manyTurns } from './support/large.js';
import { policy, rule } from './support/policies.js';
import { collectionsIn, rulesIn } from './support/template.js';

function codesOf(given: Parameters<typeof render>[1]): ReadonlySet<Code> {
  return new Set(render(azureFirewall, given).diagnostics.map(({ code }) => code));
}

/** A group whose JSON without white space has that many bytes. */
function groupOf(bytes: number): FirewallPolicyRules {
  const of = (description: string): FirewallPolicyRules => ({
    groups: [
      {
        name: 'group',
        priority: 200,
        collections: [
          {
            name: 'application-allow',
            priority: 300,
            action: 'Allow',
            rules: [
              {
                kind: 'application',
                name: 'host',
                description,
                sourceAddresses: ['*'],
                entries: [],
                protocols: [{ type: 'Https', port: 443 }],
                targetKind: 'fqdn',
                targets: ['example.com'],
              },
            ],
          },
        ],
      },
    ],
  });
  const [group] = of('é').groups;
  const used = group ? JSON.stringify(groupJson(group)).length + 1 : 0;
  return of(`é${'x'.repeat(bytes - used)}`);
}

describe('limits', () => {
  it('holds 20,000 pairs of source and destination, not one more', () => {
    expect(codesOf(manyPairs(20_000))).not.toContain('azure-firewall/limit-rule-pairs');
    expect(codesOf(manyPairs(20_001))).toContain('azure-firewall/limit-rule-pairs');
  });

  it('holds 1,000 host names in network rules, not one more', () => {
    expect(codesOf(manyHosts(1000))).not.toContain('azure-firewall/limit-network-fqdns');
    expect(codesOf(manyHosts(1001))).toContain('azure-firewall/limit-network-fqdns');
  });

  it('holds two megabytes in a group, counted as UTF-8, not one byte more', () => {
    expect(limitFindings(groupOf(2 * 1024 * 1024))).toEqual([]);
    expect(limitFindings(groupOf(2 * 1024 * 1024 + 1))).toMatchObject([
      { code: 'azure-firewall/limit-group-size', data: { count: 2 * 1024 * 1024 + 1 } },
    ]);
  });

  it('writes application ports up to 64000', () => {
    const at = (port: number): ReadonlySet<Code> => codesOf(policy([rule('high', ['*.example.com'], [`tcp/${port}`])]));
    expect(at(64_000)).toEqual(new Set(['azure-firewall/tls-on-other-port']));
    expect(at(64_001)).toEqual(new Set(['azure-firewall/ports-not-expressible']));
  });

  it('writes out ranges of 100 ports', () => {
    const to = (last: number): ReadonlySet<Code> =>
      codesOf(policy([rule('range', ['*.example.com'], [`tcp/1000-${last}`])]));
    expect(to(1099)).toEqual(new Set(['azure-firewall/tls-on-other-port']));
    expect(to(1100)).toEqual(new Set(['azure-firewall/ports-not-expressible']));
  });

  it('keeps names of 80 characters and shortens longer ones, each to a name of its own', () => {
    const ids = ['a'.repeat(80), 'a'.repeat(81), 'a'.repeat(82)];
    const { artifacts } = render(azureFirewall, policy(ids.map((id) => rule(id, ['example.com'], ['tcp/443']))));
    const names = rulesIn(artifacts).map(({ name }) => name);
    expect(names[0]).toBe(ids[0]);
    expect(names.map(({ length }) => length)).toEqual([80, 80, 80]);
    expect(new Set(names).size).toBe(3);
  });

  it('keeps descriptions of 512 characters: the purpose is cut, the requirement stays', () => {
    const long = rule('host', ['example.com'], ['tcp/443'], { purpose: 'p'.repeat(500) });
    const [printed] = rulesIn(render(azureFirewall, policy([long])).artifacts);
    expect(printed?.description).toHaveLength(512);
    expect(printed?.description).toMatch(/… \[host; 2021-09-14\]$/);
  });

  it('has priorities for 324 turns of allow and deny; what comes after is omitted', () => {
    const last = render(azureFirewall, manyTurns(324));
    expect(last.outcomes.map(({ outcome }) => outcome)).not.toContain('omitted');
    expect(collectionsIn(last.artifacts).at(-1)?.priority).toBe(64_900);
    const over = render(azureFirewall, manyTurns(325)).outcomes;
    expect(over.filter(({ outcome }) => outcome === 'omitted').map(({ rule: id }) => id)).toEqual(['turn-324']);
  });
});
