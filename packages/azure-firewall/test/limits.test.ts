import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { draft, rule } from '@azureml-firewall/conformance';
import { azureFirewall, limits, type AzureFirewallOptions, type Code } from '../src/index.js';
import { armTemplate } from '../src/print/arm.js';
import { classicTree } from '../src/print/classic.js';
import { groupBytes, jsonBytes } from '../src/split/sizes.js';
import { manyHosts, manyPairs, manyTurns, muchText } from './support/large.js';
import { collectionsIn, rulesIn } from './support/template.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

type Options = Partial<AzureFirewallOptions>;

const noIpGroups = { ipGroupsAbove: 1_000_000 };

function codesOf(given: Policy, options: Options = {}): ReadonlySet<Code> {
  return new Set(render(azureFirewall, given, options).diagnostics.map(({ code }) => code));
}

/** One rule that can't be split, of a size that its purpose decides: its group has that many bytes. */
function groupOf(bytes: number): Policy {
  const of = (length: number): Policy =>
    draft([rule('host', ['example.com'], ['tcp/443'], { purpose: `é${'x'.repeat(length)}` })]);
  const [group] = render(azureFirewall, of(0)).model.groups;
  return of(bytes - (group ? groupBytes(group) : 0));
}

describe('limits', slow, () => {
  it('name the page and the month that they were read from', () => {
    for (const { page, date } of Object.values(limits)) {
      expect(page).not.toBe('');
      expect(date).toMatch(/^(20\d\d-\d\d|not recorded)$/);
    }
  });

  it('holds 20,000 pairs of source and destination, not one more', () => {
    expect(codesOf(manyPairs(20_000), noIpGroups)).not.toContain('azure-firewall/limit-rule-pairs');
    expect(codesOf(manyPairs(20_001), noIpGroups)).toContain('azure-firewall/limit-rule-pairs');
  });

  it('counts an IP group as one, however many addresses it has', () => {
    const { model, diagnostics } = render(azureFirewall, manyPairs(20_001));
    expect(model.ipGroups).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).not.toContain('azure-firewall/limit-rule-pairs');
    const pairs = { limits: { networkRulePairs: 20 } };
    expect(codesOf(manyPairs(20_000), pairs)).not.toContain('azure-firewall/limit-rule-pairs');
    expect(codesOf(manyPairs(20_001), pairs)).toContain('azure-firewall/limit-rule-pairs');
  });

  it('counts a pair of source and destination once for each protocol and each range of ports', () => {
    const services = (...list: readonly string[]): ReadonlySet<Code> =>
      codesOf(draft([rule('list', ['192.0.2.0/26', '198.51.100.0/26'], list)]), { limits: { networkRulePairs: 8 } });
    expect(services('tcp/22,80,1000-2000,9000')).not.toContain('azure-firewall/limit-rule-pairs');
    expect(services('tcp/22,80,1000-2000,9000,9443')).toContain('azure-firewall/limit-rule-pairs');
    expect(services('tcp/22,80', 'udp/22,80')).not.toContain('azure-firewall/limit-rule-pairs');
    expect(services('tcp/22,80', 'udp/22,80,123')).toContain('azure-firewall/limit-rule-pairs');
  });

  it('holds 1,000 host names in network rules, not one more', () => {
    expect(codesOf(manyHosts(1000))).not.toContain('azure-firewall/limit-network-fqdns');
    expect(codesOf(manyHosts(1001))).toContain('azure-firewall/limit-network-fqdns');
  });

  it('holds two megabytes in a group, counted as UTF-8, not one byte more', () => {
    const overridden = { limits: { groupBytes: 700 } };
    expect(codesOf(groupOf(700), overridden)).not.toContain('azure-firewall/limit-group-size');
    expect(codesOf(groupOf(701), overridden)).toContain('azure-firewall/limit-group-size');
    expect(limits.groupBytes.value).toBe(2 * 1024 * 1024);
  });

  it('holds one megabyte in a resource of a template: what is larger becomes two groups', () => {
    const { model } = render(azureFirewall, muchText(), { languages: ['terraform'] });
    expect(model.groups.length).toBeGreaterThan(1);
    expect(Math.max(...model.groups.map(groupBytes))).toBeLessThanOrEqual(limits.templateResourceBytes.value);
  }, 30_000);

  it.each(['templateResourceBytes', 'groupBytes'] as const)('splits one byte past %s', (name) => {
    const given = draft(['a', 'b'].map((id) => rule(id, [`${id}.example.com`], ['tcp/443'])));
    const size = render(azureFirewall, given).model.groups.map(groupBytes)[0] ?? 0;
    const groupsAt = (bytes: number): number =>
      render(azureFirewall, given, { limits: { [name]: bytes } }).model.groups.length;
    expect([groupsAt(size), groupsAt(size - 1)]).toEqual([1, 2]);
  });

  it('tells of a resource that is too large for a template, and only when a template is asked for', () => {
    const overridden = { limits: { templateResourceBytes: 700 } };
    expect(codesOf(groupOf(700), overridden)).not.toContain('azure-firewall/limit-template-resource');
    expect(codesOf(groupOf(701), overridden)).toContain('azure-firewall/limit-template-resource');
    const languages = ['terraform', 'az-cli'] as const;
    expect(codesOf(groupOf(701), { ...overridden, languages })).not.toContain('azure-firewall/limit-template-resource');
    const classic = jsonBytes(classicTree(render(azureFirewall, groupOf(701)).model));
    const at = (bytes: number): ReadonlySet<Code> =>
      codesOf(groupOf(701), { languages: ['classic'], limits: { templateResourceBytes: bytes } });
    expect(at(classic)).not.toContain('azure-firewall/limit-template-resource');
    expect(at(classic - 1)).toContain('azure-firewall/limit-template-resource');
  });

  it('tells of a template that is too large', () => {
    const given = groupOf(700);
    const { cloud, region, edition } = given;
    const options = azureFirewall.defaults;
    const { model } = render(azureFirewall, given);
    const bytes = jsonBytes(armTemplate(model, { cloud, region, edition, policy: given, options }));
    const at = (most: number): ReadonlySet<Code> => codesOf(given, { limits: { templateBytes: most } });
    expect(at(bytes)).not.toContain('azure-firewall/limit-template-size');
    expect(at(bytes - 1)).toContain('azure-firewall/limit-template-size');
    expect(limits.templateBytes.value).toBe(4 * 1024 * 1024);
  });

  it('holds 60 groups, not one more', () => {
    const at = (count: number): ReadonlySet<Code> => codesOf(manyTurns(count), { limits: { groupBytes: 1 } });
    expect(at(60)).not.toContain('azure-firewall/limit-groups');
    expect(at(61)).toContain('azure-firewall/limit-groups');
  });

  it('holds 2,000 collections of one kind, not one more', () => {
    const at = (count: number): ReadonlySet<Code> => codesOf(manyTurns(count), { limits: { collections: 100 } });
    expect(at(100)).not.toContain('azure-firewall/limit-collections');
    expect(at(101)).toContain('azure-firewall/limit-collections');
    expect(limits.collections.value).toBe(2000);
  });

  it('holds 5,000 addresses in an IP group: one more makes two', () => {
    const list = (count: number): Policy =>
      draft([
        rule(
          'list',
          Array.from({ length: count }, (_, i) => `198.18.${i >> 8}.${i & 255}`),
          ['tcp/22'],
        ),
      ]);
    const sizesAt = (count: number): readonly number[] =>
      render(azureFirewall, list(count)).model.ipGroups.map(({ addresses }) => addresses.length);
    expect(sizesAt(5000)).toEqual([5000]);
    expect(sizesAt(5001)).toHaveLength(2);
    expect(sizesAt(5001).reduce((sum, size) => sum + size, 0)).toBe(5001);
  });

  it('makes an IP group of more than 100 addresses, or of as many as is said', () => {
    const at = (count: number, options: Options = {}): number =>
      render(azureFirewall, manyPairs(count), options).model.ipGroups.length;
    expect([at(100), at(101)]).toEqual([0, 1]);
    expect([at(7, { ipGroupsAbove: 7 }), at(8, { ipGroupsAbove: 7 })]).toEqual([0, 1]);
  });

  it('holds 200 IP groups, not one more', () => {
    const lists = (count: number): Policy =>
      draft(
        Array.from({ length: count }, (_, i) =>
          rule(`list-${i}`, [`198.18.${i}.0/25`, `198.18.${i}.128/25`], ['tcp/22']),
        ),
      );
    expect(codesOf(lists(200), { ipGroupsAbove: 1 })).not.toContain('azure-firewall/limit-ip-groups');
    expect(codesOf(lists(201), { ipGroupsAbove: 1 })).toContain('azure-firewall/limit-ip-groups');
  });

  it('writes application ports up to 64000', () => {
    const at = (port: number): ReadonlySet<Code> => codesOf(draft([rule('high', ['*.example.com'], [`tcp/${port}`])]));
    expect(at(64_000)).toEqual(new Set(['azure-firewall/tls-on-other-port']));
    expect(at(64_001)).toEqual(new Set(['azure-firewall/ports-not-expressible']));
  });

  it('writes out ranges of 100 ports', () => {
    const to = (last: number): ReadonlySet<Code> =>
      codesOf(draft([rule('range', ['*.example.com'], [`tcp/1000-${last}`])]));
    expect(to(1099)).toEqual(new Set(['azure-firewall/tls-on-other-port']));
    expect(to(1100)).toEqual(new Set(['azure-firewall/ports-not-expressible']));
  });

  it('keeps names of 80 characters and shortens longer ones, each to a name of its own', () => {
    const ids = ['a'.repeat(80), 'a'.repeat(81), 'a'.repeat(82)];
    const { artifacts } = render(azureFirewall, draft(ids.map((id) => rule(id, ['example.com'], ['tcp/443']))));
    const names = rulesIn(artifacts).map(({ name }) => name);
    expect(names[0]).toBe(ids[0]);
    expect(names.map(({ length }) => length)).toEqual([80, 80, 80]);
    expect(new Set(names).size).toBe(3);
  });

  it('keeps descriptions of 512 characters: the purpose is cut, the requirement stays', () => {
    const printed = (length: number): string => {
      const long = rule('host', ['example.com'], ['tcp/443'], { purpose: 'p'.repeat(length) });
      return rulesIn(render(azureFirewall, draft([long])).artifacts)[0]?.description ?? '';
    };
    const reference = ' [host; 2021-09-14]';
    const most = 512 - reference.length;
    expect(printed(most)).toBe(`${'p'.repeat(most)}${reference}`);
    expect(printed(most + 1)).toHaveLength(512);
    expect(printed(most + 1)).toMatch(/p… \[host; 2021-09-14\]$/);
  });

  it('has priorities for 324 turns of allow and deny; what comes after is omitted', () => {
    const last = render(azureFirewall, manyTurns(324));
    expect(last.outcomes.map(({ outcome }) => outcome)).not.toContain('omitted');
    expect(collectionsIn(last.artifacts).at(-1)?.priority).toBe(64_900);
    const over = render(azureFirewall, manyTurns(325)).outcomes;
    expect(over.filter(({ outcome }) => outcome === 'omitted').map(({ rule: id }) => id)).toEqual(['turn-324']);
  });

  it('gives way to other numbers', () => {
    const range = draft([rule('range', ['*.example.com'], ['tcp/1000-1099'])]);
    expect(codesOf(range, { limits: { expandedPorts: 99 } })).toContain('azure-firewall/ports-not-expressible');
    const high = draft([rule('high', ['*.example.com'], ['tcp/65000'])]);
    expect(codesOf(high, { limits: { applicationRulePort: 65_535 } })).toEqual(
      new Set(['azure-firewall/tls-on-other-port']),
    );
    const named = render(azureFirewall, draft([rule('a'.repeat(41), ['example.com'], ['tcp/443'])]), {
      limits: { nameLength: 40, descriptionLength: 30 },
    });
    expect(rulesIn(named.artifacts)[0]?.name).toHaveLength(40);
    expect(rulesIn(named.artifacts)[0]?.description).toHaveLength(30);
    const turns = render(azureFirewall, manyTurns(4), { groupPriority: 100, limits: { highestPriority: 500 } });
    expect(turns.outcomes.filter(({ outcome }) => outcome === 'omitted')).toHaveLength(2);
  });
});
