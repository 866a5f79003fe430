import { checkPolicy, type Policy } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { policy } from './support/policy.js';
import { frozen, valueAt, wayOf, withValue } from './support/tree.js';

const first = 'collections[0].rules[0]';

function faultsOf(any: Policy): readonly (readonly [path: string, code: string])[] {
  return checkPolicy(any).map(({ path, refusal }) => [path, refusal.code]);
}

describe('checkPolicy', () => {
  it('finds nothing in a good policy, and changes nothing', () => {
    expect(checkPolicy(frozen(policy))).toEqual([]);
  });

  it.each([
    ['routes', undefined],
    ['collections', 'all'],
    ['collections[0]', undefined],
    ['collections[0].rules', {}],
    [`${first}.sources`, undefined],
    [`${first}.destinations`, 'example.com'],
    [`${first}.services`, null],
    [`${first}.services[0].ports`, 443],
    [`${first}.origins`, undefined],
  ])('names %s where it is no list, in place of a TypeError', (path, value) => {
    const code = path.endsWith('[0]') ? 'policy/not-an-object' : 'policy/not-a-list';
    expect(faultsOf(withValue(policy, wayOf(path), value))).toEqual([[path, code]]);
  });

  it('names what is no policy at all, such as a plan with a policy in it', () => {
    const none: unknown = null;
    expect(faultsOf(none as Policy)).toEqual([['policy', 'policy/not-an-object']]);
    const plan: unknown = { policy, diagnostics: [] };
    expect(faultsOf(plan as Policy)).toEqual([
      ['collections', 'policy/not-a-list'],
      ['routes', 'policy/not-a-list'],
    ]);
  });

  it('finds nothing in a policy without rules: all is denied', () => {
    expect(checkPolicy({ ...policy, collections: [], routes: [] })).toEqual([]);
  });

  it.each([
    ['cloud', 'germany', 'policy/not-in-list'],
    ['region', 'East US 2', 'policy/region'],
    ['region', '', 'policy/region'],
    ['edition', 'a\nb', 'text/unprintable'],
    ['collections[0].id', 'Storage', 'policy/id'],
    ['collections[0].title', '', 'text/empty'],
    ['collections[0].rules', [], 'policy/empty'],
    [`${first}.id`, 'a b', 'policy/id'],
    [`${first}.id`, 'a'.repeat(101), 'policy/id'],
    [`${first}.id`, 'a--b', 'policy/id'],
    [`${first}.purpose`, 'a\u2028b', 'text/unprintable'],
    [`${first}.action`, 'permit', 'policy/not-in-list'],
    [`${first}.action`, 'toString', 'policy/not-in-list'],
    [`${first}.direction`, 'sideways', 'policy/not-in-list'],
    [`${first}.necessity`, 'nice', 'policy/not-in-list'],
    [`${first}.sources`, [], 'policy/empty'],
    [`${first}.sources[0].prefix`, '10.20.0.1/16', 'cidr/host-bits'],
    [`${first}.sources[0].prefix`, '10.20.0.0', 'policy/not-canonical'],
    [`${first}.sources[0].kind`, 'everyone', 'policy/not-in-list'],
    [`${first}.sources[1].tag`, 'Virtual Network', 'service-tag/not-a-name'],
    [`${first}.sources[1].resolved.prefixes[0]`, 'x', 'cidr/not-a-prefix'],
    [`${first}.destinations`, [], 'policy/empty'],
    [`${first}.destinations[0].kind`, 'host', 'policy/not-in-list'],
    [`${first}.destinations[0].kind`, 'constructor', 'policy/not-in-list'],
    [`${first}.destinations[0].host`, 'Azureml.ms', 'policy/not-canonical'],
    [`${first}.destinations[0].host`, '*.example.com', 'host/not-a-name'],
    [`${first}.destinations[0].host`, '10.0.0.1', 'host/is-address'],
    [`${first}.destinations[0].host`, 'azureml.ms/a', 'host/not-a-name'],
    [`${first}.destinations[0].host`, undefined, 'policy/not-a-text'],
    [`${first}.destinations[1].parent`, '*.azureml.ms', 'host/not-a-name'],
    [`${first}.destinations[1].parent`, 'ms', 'host/not-a-name'],
    [`${first}.destinations[2].suffix`, '.example.com', 'host/not-a-name'],
    [`${first}.destinations[2].suffix`, 'xn--bcher-kva.example', 'host/international-suffix'],
    [`${first}.destinations[3].path`, '/a/../b', 'url/dot-segment'],
    [`${first}.destinations[3].path`, '/%61', 'policy/not-canonical'],
    [`${first}.destinations[3].path`, '.github.com/a', 'url/not-a-path'],
    [`${first}.destinations[3].host`, 'github.com/a', 'host/not-a-name'],
    [`${first}.destinations[4].tag`, 'Storage.<region>', 'service-tag/not-a-name'],
    [`${first}.destinations[4].resolved.document`, '', 'text/empty'],
    [`${first}.destinations[4].resolved.prefixes`, [], 'policy/empty'],
    [`${first}.destinations[4].resolved.prefixes[1]`, '2603:1030:0::/45', 'policy/not-canonical'],
    [`${first}.destinations[4].resolved.prefixes[1]`, '13.66.0.0/16', 'policy/duplicate'],
    [`${first}.destinations[5].prefix`, '192.0.2.0/33', 'cidr/length'],
    [`${first}.services`, [], 'policy/empty'],
    [`${first}.services[0].protocol`, 'any', 'policy/not-in-list'],
    [`${first}.services[0].protocol`, undefined, 'policy/not-a-text'],
    [`${first}.services[0].application`, 'ftp', 'policy/not-in-list'],
    [`${first}.services[0].ports`, [], 'policy/empty'],
    [`${first}.services[0].ports[0]`, { from: 0, to: 443 }, 'ports/out-of-range'],
    [`${first}.services[0].ports[0]`, { from: 444, to: 443 }, 'ports/out-of-range'],
    [`${first}.services[0].ports[0]`, { from: 1, to: 65536 }, 'ports/out-of-range'],
    [`${first}.services[0].ports[0]`, { from: 1.5, to: 2 }, 'ports/not-a-range'],
    [`${first}.services[0].ports[0]`, { from: NaN, to: NaN }, 'ports/not-a-range'],
    [`${first}.services[0].ports[0]`, { from: -1, to: -1 }, 'ports/not-a-range'],
    [`${first}.services[0].ports[0]`, { from: '443', to: '443' }, 'policy/not-a-number'],
    [`${first}.coveredBy[1]`, '*', 'service-tag/not-a-name'],
    [`${first}.coveredBy[1]`, 'Storage.EastUS2', 'policy/duplicate'],
    [`${first}.covering[0].tag`, '*', 'service-tag/not-a-name'],
    [`${first}.covering[0].resolved.prefixes[1]`, '2603:1030::/129', 'cidr/length'],
    [`${first}.origins`, [], 'policy/empty'],
    [`${first}.origins[0].section`, '', 'text/empty'],
    [`${first}.origins[0].source`, 'a\nb', 'text/unprintable'],
    ['routes[0].id', '', 'policy/id'],
    ['routes[0].purpose', '', 'text/empty'],
    ['routes[0].tag', '10.0.0.0/8', 'service-tag/not-a-name'],
    ['routes[0].byAddress[0]', '', 'service-tag/not-a-name'],
    ['routes[0].byAddress[1]', 'BatchNodeManagement.EastUS2', 'policy/duplicate'],
    ['routes[0].resolved.document', '', 'text/empty'],
    ['routes[0].resolved.prefixes', [], 'policy/empty'],
    ['routes[0].resolved.prefixes[1]', '20.38.80.0/20', 'policy/duplicate'],
    ['routes[0].nextHop', 'appliance', 'policy/not-in-list'],
    ['routes[0].origins', [], 'policy/empty'],
    ['routes[0].origins[0].edition', '', 'text/empty'],
  ])('finds at %s the value %j: %s', (path, value, code) => {
    expect(valueAt(policy, wayOf(path))).toBeDefined();
    expect(faultsOf(withValue(policy, wayOf(path), value))).toEqual([[path, code]]);
  });

  it.each([
    ['a covering tag', `${first}.covering[2]`, { kind: 'service-tag', tag: 'AzureMonitor' }, `${first}.covering[2]`],
    ['a source', `${first}.sources[2]`, { kind: 'cidr', prefix: '10.20.0.0/16' }, `${first}.sources[2]`],
    [
      'a destination',
      `${first}.destinations[6]`,
      { kind: 'wildcard', parent: 'azureml.ms' },
      `${first}.destinations[6]`,
    ],
    [
      'a tag in another resolution',
      `${first}.destinations[6]`,
      { kind: 'service-tag', tag: 'Storage.EastUS2' },
      `${first}.destinations[6]`,
    ],
    ['a service', `${first}.services[2]`, { protocol: 'tcp', ports: [{ from: 443, to: 443 }] }, `${first}.services[2]`],
    [
      'the id of a rule in another collection',
      'collections[1].rules[0].id',
      'storage-hosts',
      'collections[1].rules[0].id',
    ],
    ['the id of a collection', 'collections[1].id', 'storage', 'collections[1].id'],
    ['the id of a route', 'routes[1]', policy.routes[0], 'routes[1].id'],
  ])('finds %s that is there twice, at the second place', (_, at, value, path) => {
    expect(faultsOf(withValue(policy, wayOf(at), value))).toEqual([[path, 'policy/duplicate']]);
  });

  it.each([
    [
      'descending',
      [
        { from: 443, to: 443 },
        { from: 80, to: 80 },
      ],
      ['policy/ports'],
    ],
    [
      'overlapping',
      [
        { from: 80, to: 443 },
        { from: 443, to: 444 },
      ],
      ['policy/ports'],
    ],
    [
      'touching',
      [
        { from: 443, to: 443 },
        { from: 444, to: 444 },
      ],
      [],
    ],
    [
      'with their keys in another order',
      [
        { to: 443, from: 443 },
        { to: 8710, from: 8704 },
      ],
      [],
    ],
  ])('judges ports that are %s', (_, ports, codes) => {
    const path = `${first}.services[0].ports`;
    const faults = faultsOf(withValue(policy, wayOf(path), ports));
    expect(faults).toEqual(codes.map((code) => [path, code]));
  });

  it('finds every fault, not only the first of a list', () => {
    const bad = ['x', '10.0.0.0/8', '10.0.0.1/8', '::/129'];
    const path = `${first}.destinations[4].resolved.prefixes`;
    const wrong = withValue(withValue(policy, wayOf(path), bad), ['region'], 'x y');
    expect(faultsOf(withValue(wrong, wayOf(`${first}.destinations[4].tag`), '?'))).toEqual([
      ['region', 'policy/region'],
      [`${first}.destinations[4].tag`, 'service-tag/not-a-name'],
      [`${path}[0]`, 'cidr/not-a-prefix'],
      [`${path}[2]`, 'cidr/host-bits'],
      [`${path}[3]`, 'cidr/length'],
    ]);
  });

  it('quotes what it found', () => {
    const [fault] = checkPolicy(withValue(policy, wayOf(`${first}.action`), 'permit'));
    expect(fault?.refusal.found).toBe('permit');
  });

  it('grows with the number of prefixes and not with its square', () => {
    const prefixes = Array.from({ length: 93_000 }, (_, i) => `${10 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}.0/24`);
    const resolved = withValue(policy, wayOf(`${first}.destinations[4].resolved.prefixes`), prefixes);
    const listed = withValue(
      policy,
      wayOf(`${first}.destinations`),
      prefixes.map((prefix) => ({ kind: 'cidr', prefix })),
    );
    expect([...checkPolicy(resolved), ...checkPolicy(listed)]).toEqual([]);
  }, 10_000);
});
