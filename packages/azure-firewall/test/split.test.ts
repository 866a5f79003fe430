import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type AzureFirewallOptions, type FirewallPolicyRules } from '../src/index.js';
import { groupBytes } from '../src/split/sizes.js';
import { armResources } from './support/lift-arm.js';
import { readBicep } from './support/lift-bicep.js';
import { ruleTemplate } from './support/template.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

type Options = Partial<AzureFirewallOptions>;

const fixed = { seed: 20_210_914, numRuns: 100 };
const deny = { action: 'deny' } as const;

function modelOf(given: Policy, options: Options): FirewallPolicyRules {
  return render(azureFirewall, given, options).model;
}

function hosts(names: readonly string[]): Policy {
  return policy(names.map((name) => rule(name, [`${name}.example.com`], ['tcp/443'])));
}

/** The group in which each rule stands. */
function placesOf({ groups }: FirewallPolicyRules): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(({ name, collections }) =>
      collections.flatMap(({ rules }) => rules.map((one): [string, string] => [one.name, name])),
    ),
  );
}

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), { minLength: 2, maxLength: 40 });

describe('groups', slow, () => {
  it('hold what their limit says, or a single rule', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1500, max: 6000 }), (list, most) => {
        const { groups } = modelOf(hosts(list), { limits: { groupBytes: most } });
        for (const group of groups) {
          const rules = group.collections.flatMap((collection) => collection.rules);
          if (rules.length > 1) expect(groupBytes(group)).toBeLessThanOrEqual(most);
        }
        expect(placesOf({ policy: { name: '' }, ipGroups: [], groups }).size).toBe(list.length);
        for (const key of ['name', 'priority'] as const)
          expect(new Set(groups.map((group) => group[key])).size).toBe(groups.length);
      }),
      fixed,
    );
  });

  it('keep their rules when a rule comes that fits: it moves none', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1500, max: 6000 }), (list, most) => {
        const options = { limits: { groupBytes: most } };
        const before = placesOf(modelOf(hosts(list.slice(1)), options));
        const after = placesOf(modelOf(hosts(list), options));
        const added = after.get(list[0] ?? '');
        // What moves comes from one group: the one that the new rule would have made too large.
        const from = [...before].filter(([name, group]) => after.get(name) !== group).map(([, group]) => group);
        expect(new Set(from).size).toBeLessThanOrEqual(1);
        const full = new Set(after.values()).size > new Set([...before.values(), added]).size;
        if (!full && from.length > 0) expect([...after.values()]).toContain(added);
      }),
      fixed,
    );
  });

  it('leave the first group its name and priority, so that what was deployed is replaced', () => {
    const list = Array.from({ length: 30 }, (_, i) => `host-${i}`);
    const [whole] = modelOf(hosts(list), {}).groups;
    const [first, second] = modelOf(hosts(list), { limits: { groupBytes: 4000 } }).groups;
    expect([first?.name, first?.priority]).toEqual([whole?.name, whole?.priority]);
    expect(second?.name).toMatch(/^azureml-egress-[01]+$/);
  });

  it('keep the turns of allow and deny in their order', () => {
    const given = policy([
      rule('no', ['a.example'], ['tcp/443'], deny),
      rule('yes', ['*.example'.replace('*.', 'b.'), 'c.example'], ['tcp/443']),
      rule('other-no', ['d.example'], ['tcp/443'], deny),
    ]);
    const { groups } = modelOf(given, { limits: { groupBytes: 1 } });
    expect(groups.map(({ name, priority, collections }) => [name, priority, collections[0]?.name])).toEqual([
      ['azureml-egress', 1000, 'application-deny'],
      ['azureml-egress-t1', 1064, 'application-allow'],
      ['azureml-egress-t2', 1128, 'application-deny-2'],
    ]);
  });

  it('stay one group where no priority is left for another', () => {
    const given = hosts(['a', 'b', 'c', 'd']);
    const options = { groupPriority: 65_000, limits: { groupBytes: 1 } };
    const { model, diagnostics } = render(azureFirewall, given, options);
    expect(model.groups).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['azure-firewall/limit-group-size']);
  });

  it('are deployed one after the other', () => {
    const options = { languages: ['arm', 'bicep'], limits: { groupBytes: 1 } } as const;
    const { artifacts, model } = render(azureFirewall, hosts(['a', 'b', 'c', 'd']), options);
    expect(model.groups.length).toBeGreaterThan(1);
    const id = (name: string): string =>
      `[resourceId('Microsoft.Network/firewallPolicies/ruleCollectionGroups', parameters('firewallPolicyName'), '${name}')]`;
    const arm = ruleTemplate(artifacts);
    const bicep = artifacts.find(({ path }) => path === 'rule-collection-group.bicep');
    expect(armResources(arm?.text ?? '').map(({ dependsOn }) => dependsOn)).toEqual(
      model.groups.map((_, i) => (i === 0 ? undefined : [id(model.groups[i - 1]?.name ?? '')])),
    );
    const resources = readBicep(bicep?.text ?? '').resources.slice(1);
    expect(resources.map(({ body }) => (body['dependsOn'] as { text: string }[] | undefined)?.[0]?.text)).toEqual(
      resources.map((_, i) => resources[i - 1]?.symbol),
    );
  });
});

describe('IP groups', slow, () => {
  const list = Array.from({ length: 6 }, (_, i) => `198.18.${i}.0/24`);

  it('are shared by rules with the same list, under the name of the first', () => {
    const given = policy([
      rule('one', list, ['tcp/22']),
      rule('two', list.toReversed(), ['udp/53']),
      rule('three', [...list, '192.0.2.0/24'], ['tcp/22']),
    ]);
    const { ipGroups } = modelOf(given, { ipGroupsAbove: 5 });
    expect(ipGroups.map(({ name, addresses }) => [name, addresses.length])).toEqual([
      ['azureml-egress_one_to', 6],
      ['azureml-egress_three_to', 7],
    ]);
  });

  it('hold sources of any rule, destinations of network rules only', () => {
    const sources = list.map((prefix) => ({ kind: 'cidr', prefix }) as const);
    const given = policy([
      rule(
        'hosts',
        list.map((_, i) => `host${i}.example.com`),
        ['tcp/443', 'udp/443'],
        { sources },
      ),
    ]);
    const { ipGroups, groups } = modelOf(given, { ipGroupsAbove: 5 });
    expect(ipGroups.map(({ name }) => name)).toEqual(['azureml-egress_hosts_network_from']);
    const rules = groups.flatMap(({ collections }) => collections.flatMap((collection) => collection.rules));
    expect(rules.map((one) => [one.kind, one.sourceIpGroups, one.sourceAddresses])).toEqual([
      ['network', ['azureml-egress_hosts_network_from'], []],
      ['application', ['azureml-egress_hosts_network_from'], []],
    ]);
  });

  it('have names of at most 80 characters, each its own', () => {
    const ids = [`${'x'.repeat(70)}a`, `${'x'.repeat(70)}b`];
    const given = policy(ids.map((id, i) => rule(id, [...list, `192.0.2.${i}/32`], ['tcp/22'])));
    const found = modelOf(given, { ipGroupsAbove: 5, limits: { ipGroupEntries: 3 } }).ipGroups;
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
    for (const { name, addresses } of found) {
      expect(name.length).toBeLessThanOrEqual(80);
      expect(addresses.length).toBeLessThanOrEqual(3);
    }
  });

  it('keep their parts when an address comes', () => {
    const many = Array.from({ length: 60 }, (_, i) => `198.18.0.${i}/32`);
    const partsOf = (addresses: readonly string[]): ReadonlyMap<string, readonly string[]> => {
      const given = policy([rule('list', addresses, ['tcp/22'])]);
      const { ipGroups } = modelOf(given, { ipGroupsAbove: 5, limits: { ipGroupEntries: 40 } });
      return new Map(ipGroups.map((group) => [group.name, group.addresses]));
    };
    const [before, after] = [partsOf(many), partsOf(['192.0.2.1/32', ...many])];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(([name, addresses]) => before.get(name)?.length !== addresses.length);
    expect(changed).toHaveLength(1);
  });

  it('are updated at most 50 at a time', () => {
    const lists = (count: number): Policy =>
      policy(
        Array.from({ length: count }, (_, i) =>
          rule(`list-${i}`, [`198.18.${i}.0/25`, `198.18.${i}.128/25`], ['tcp/22']),
        ),
      );
    const waiting = (count: number): readonly (readonly string[] | undefined)[] => {
      const { artifacts } = render(azureFirewall, lists(count), { ipGroupsAbove: 1 });
      return armResources(ruleTemplate(artifacts)?.text ?? '')
        .filter(({ type }) => type === 'Microsoft.Network/ipGroups')
        .flatMap(({ dependsOn }) => (dependsOn ? [dependsOn] : []));
    };
    expect(waiting(50)).toEqual([]);
    expect(waiting(51)).toEqual([["[resourceId('Microsoft.Network/ipGroups', 'azureml-egress_list-0_to')]"]]);
  });
});
