import { describe, expect, it } from 'vitest';
import { render, renderUndo, renderUpdate, type Artifact } from '@azureml-firewall/renderer-kit';
import { policy, rule, tag } from '@azureml-firewall/conformance';
import { iptables, nftables } from '../src/index.js';
import { inNamespace, lacking } from './support/namespace.js';

const missing = lacking();
const targets = { iptables, nftables } as const;

const hosts = rule('hosts', ['example.com'], ['tcp/443']);
const lists = (...prefixes: readonly string[]) => [
  hosts,
  rule('ml', [tag('AzureMachineLearning', ...prefixes)], ['tcp/443', 'udp/5831']),
  rule('same', [tag('Storage', '198.51.100.0/24')], ['tcp/443']),
];
const old = policy(lists('192.0.2.0/25', '203.0.113.0/24'));
const next = policy(lists('192.0.2.0/24', '203.0.113.0/24'));

const names: (files: readonly Artifact[]) => readonly string[] = (files) => files.map(({ path }) => path);

describe.each(['iptables', 'nftables'] as const)('an update of %s', (id) => {
  const target = targets[id];

  it('is empty where nothing changes', () => {
    expect(renderUpdate(target, old, old)).toEqual([]);
  });

  it('exchanges only the sets whose prefixes changed', () => {
    const [file, ...more] = renderUpdate(target, old, next);
    expect(more).toEqual([]);
    expect(file?.path).toBe(id === 'iptables' ? 'aml.refresh.ipset' : 'aml.refresh.nft');
    expect(file?.text).toMatch(/192\.0\.2\.0\/24/);
    expect(file?.text).not.toMatch(/198\.51\.100|dns/);
  });

  it('is everything where rules change', () => {
    const changed = policy([...lists('192.0.2.0/25', '203.0.113.0/24'), rule('more', ['other.example'], ['tcp/22'])]);
    expect(renderUpdate(target, old, changed)).toEqual(render(target, changed).artifacts);
  });

  it('is nothing for a policy of which nothing can be said, and so is the undo', () => {
    const nothing = policy([rule('tag', ['tag:Storage'], ['tcp/443'])]);
    expect(render(target, nothing).artifacts).toEqual([]);
    expect(renderUpdate(target, nothing, nothing)).toEqual([]);
    expect(renderUndo(target, nothing)).toEqual([]);
  });

  it('has the undo that is printed with the files', () => {
    expect(names(renderUndo(target, old))).toEqual(['undo.sh']);
    expect(render(target, old).artifacts).toContainEqual(renderUndo(target, old)[0]);
  });

  if (missing !== undefined) it.skip(`is not tried in a kernel: ${missing}`, () => undefined);

  it.skipIf(missing !== undefined)('leaves a kernel as if the new files had been applied', { timeout: 60_000 }, () => {
    const [refresh] = renderUpdate(target, old, next);
    const show =
      id === 'iptables'
        ? 'ipset save | sed "s/ initval.*//" | sort; iptables-save | grep -v "^#"; ip6tables-save | grep -v "^#"'
        : 'nft list ruleset';
    const load = id === 'iptables' ? 'ipset restore -exist <refresh' : 'nft -f refresh';
    const { status, errors, parts } = inNamespace(
      [
        ...render(target, old).artifacts,
        { path: 'refresh', text: refresh?.text ?? '' },
        ...render(target, next).artifacts.map(({ path, text }) => ({ path: `next/${path}`, text })),
      ],
      [
        'sh apply.sh',
        load,
        load,
        `part refreshed; ${show}`,
        'sh undo.sh; sh next/apply.sh',
        `part fresh; ${show}`,
      ].join('\n'),
    );
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(parts['refreshed']).toBe(parts['fresh']);
  });
});
