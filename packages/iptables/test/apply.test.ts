import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { policy, rule, tag } from '@azureml-firewall/conformance';
import { iptables, nftables, type LinuxOptions } from '../src/index.js';
import { readIpsets, readNft, readSaved } from './support/loaded.js';
import { inNamespace, lacking, type Said } from './support/namespace.js';

const missing = lacking();
const patience = 120_000;

const before = policy([
  rule('hosts', ['example.com'], ['tcp/443']),
  rule('goes', ['gone.example.com', tag('Gone', '198.51.100.0/24')], ['tcp/443']),
  rule('stays', [tag('Stays', '192.0.2.0/25', '203.0.113.7/32')], ['tcp/443']),
]);
const after = policy([
  rule('hosts', ['example.com'], ['tcp/443']),
  rule('stays', [tag('Stays', '192.0.2.0/25', '203.0.113.0/28')], ['tcp/443']),
]);

const inHost: Partial<LinuxOptions> = { mode: 'host', dnsUid: 'nobody' };

function filesOf(
  target: 'iptables' | 'nftables',
  given: Policy,
  options: Partial<LinuxOptions> = {},
): readonly Artifact[] {
  return target === 'iptables'
    ? render(iptables, given, options).artifacts
    : render(nftables, given, options).artifacts;
}

/** Several renderings in folders of their own. */
function folders(all: Readonly<Record<string, readonly Artifact[]>>): readonly Pick<Artifact, 'path' | 'text'>[] {
  return Object.entries(all).flatMap(([folder, files]) =>
    files.map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
  );
}

function sound({ status, errors, parts }: Said): Said['parts'] {
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  return parts;
}

const saves = [
  'iptables-save | grep -v "^#" | sed "s/\\[.*\\]//"',
  'ip6tables-save | grep -v "^#" | sed "s/\\[.*\\]//"',
  'ipset list -n | sort',
];
const show = {
  iptables: (part: string): string => `part ${part}; ${saves.join('; ')}`,
  nftables: (part: string): string => `part ${part}; nft -s list ruleset | sort`,
} as const;

if (missing !== undefined) it.skip(`nothing is applied to a kernel: ${missing}`, () => undefined);

describe.skipIf(missing !== undefined).each(['iptables', 'nftables'] as const)(
  '%s',
  { timeout: patience },
  (target) => {
    it('leaves nothing of an earlier version that the new one does not have', () => {
      const files = folders({ old: filesOf(target, before), new: filesOf(target, after) });
      const parts = sound(
        inNamespace(
          files,
          [
            'sh new/apply.sh',
            show[target]('fresh'),
            'sh new/undo.sh',
            'sh old/apply.sh',
            'sh new/apply.sh',
            show[target]('updated'),
          ].join('\n'),
        ),
      );
      expect(parts['updated']).toBe(parts['fresh']);
    });

    it('is the same in each mode, whatever mode was before', () => {
      const files = folders({ gateway: filesOf(target, before), host: filesOf(target, before, inHost) });
      const parts = sound(
        inNamespace(
          files,
          [
            ...['sh host/apply.sh', show[target]('host'), 'sh gateway/apply.sh', show[target]('gateway')],
            ...['sh host/apply.sh', show[target]('host-again'), 'sh gateway/undo.sh', show[target]('none')],
            ...['sh gateway/apply.sh', show[target]('gateway-fresh')],
          ].join('\n'),
        ),
      );
      expect(parts['host-again']).toBe(parts['host']);
      expect(parts['gateway']).toBe(parts['gateway-fresh']);
      expect(parts['none']).not.toMatch(/aml/i);
    });
  },
);

describe.skipIf(missing !== undefined)('iptables', { timeout: patience }, () => {
  it('keeps what the resolver has put into sets, and touches nothing of others', () => {
    const others = [
      'ipset create other hash:ip',
      'ipset create amlother hash:ip',
      'iptables -N OTHER; iptables -A OTHER -j RETURN; iptables -A FORWARD -j OTHER',
      'iptables -t nat -A POSTROUTING -j MASQUERADE',
    ];
    const { parts } = inNamespace(
      folders({ old: filesOf('iptables', before), new: filesOf('iptables', after) }),
      [
        ...others,
        ...['part clean', 'iptables-save', 'ipset save'],
        'sh old/apply.sh',
        'ipset add aml-dns-hosts-4 203.0.113.9',
        'sh new/apply.sh',
        ...['part applied', 'iptables-save', 'part sets', 'ipset save'],
        'sh new/undo.sh',
        ...['part undone', 'iptables-save', 'ipset save'],
      ].join('\n'),
    );
    const plain = (text = ''): string => text.replace(/^#.*$|\[\d+:\d+\]/gm, '');
    expect(plain(parts['undone'])).toBe(plain(parts['clean']));
    const learnt = readIpsets(parts['sets'] ?? '').find(({ name }) => name === 'aml-dns-hosts-4');
    expect(learnt?.elements).toEqual(['203.0.113.9']);
    // Ours comes first in FORWARD, once.
    expect(readSaved(parts['applied'] ?? '', 'ipv4').lines.filter((line) => line.startsWith('-A FORWARD'))).toEqual([
      '-A FORWARD -j AML-FORWARD',
      '-A FORWARD -j OTHER',
    ]);
  });

  it('says so and stops where a rule does not load', () => {
    const files = filesOf('iptables', before).map(({ path, text }) => ({
      path,
      text: path.endsWith('.v4') ? text.replace('-j AML-REJECT', '-j NOWHERE') : text,
    }));
    const { status, errors } = inNamespace(files, 'sh apply.sh');
    expect(status).not.toBe(0);
    expect(errors).toMatch(/iptables-restore/);
  });

  it('also loads with the legacy tools', () => {
    const { status, parts } = inNamespace(
      filesOf('iptables', before),
      [
        'mkdir /run/bin',
        'for t in iptables ip6tables; do for e in "" -restore -save; do ln -s "$(command -v $t-legacy$e)" /run/bin/$t$e; done; done',
        'PATH=/run/bin:$PATH',
        'if iptables -nL >/dev/null 2>&1; then sh apply.sh; sh apply.sh; part saved; iptables-save; else part none; fi',
      ].join('\n'),
    );
    expect(status).toBe(0);
    if ('none' in parts) return;
    expect(readSaved(parts['saved'] ?? '', 'ipv4').rules).toHaveLength(4);
  });
});

describe.skipIf(missing !== undefined)('nftables', { timeout: patience }, () => {
  it('keeps what the resolver has put into sets, and touches nothing of others', () => {
    const { parts } = inNamespace(
      folders({ old: filesOf('nftables', before), new: filesOf('nftables', after) }),
      [
        'nft "add table inet other; add chain inet other c; add rule inet other c drop; add table ip aml"',
        ...['part clean', 'nft list ruleset'],
        'sh old/apply.sh',
        'nft add element inet aml dns_hosts_4 "{ 203.0.113.9 }"',
        'sh new/apply.sh',
        ...['part sets', 'nft -j list ruleset'],
        'sh new/undo.sh',
        ...['part undone', 'nft list ruleset'],
      ].join('\n'),
    );
    expect(parts['undone']).toBe(parts['clean']);
    expect(parts['sets']).toMatch(/"203\.0\.113\.9"/);
  });

  it('changes nothing where a part does not load', () => {
    const broken = filesOf('nftables', after).map(({ path, spans, text }) => ({
      path,
      spans,
      text: path.endsWith('.nft') ? text.replace('jump aml_reject', 'jump aml_nowhere') : text,
    }));
    const { parts, errors } = inNamespace(
      folders({ old: filesOf('nftables', before), new: broken }),
      ['sh old/apply.sh', show.nftables('good'), 'sh new/apply.sh || part failed', show.nftables('kept')].join('\n'),
    );
    expect(errors).toMatch(/aml_nowhere/);
    expect(parts['failed']).toBe('');
    expect(parts['kept']).toBe(parts['good']);
  });
});

/** As many prefixes that no two can be joined of. */
function manyPrefixes(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `10.${(i >> 15) & 255}.${(i >> 7) & 255}.${(i & 127) * 2}/32`);
}

describe.skipIf(missing !== undefined)('a service tag of 100,000 prefixes', { timeout: patience }, () => {
  const large = policy([rule('large', [tag('Large', ...manyPrefixes(100_000))], ['tcp/443'])]);
  const other = policy([
    rule('large', [tag('Large', ...manyPrefixes(100_000).slice(50_000), '192.0.2.0/24')], ['tcp/443']),
  ]);

  it('loads into one ipset, is exchanged at once, and is never without what both lists have', () => {
    const parts = sound(
      inNamespace(
        folders({ a: filesOf('iptables', large), b: filesOf('iptables', other) }),
        [
          ...['sh a/apply.sh', 'part first', 'ipset save aml-tag-Large-4'],
          '(i=0; while [ $i -lt 400 ]; do ipset -q test aml-tag-Large-4 10.2.200.2 || echo gone; i=$((i+1)); done) >lost &',
          'for x in b a b a b; do sh $x/apply.sh; done; wait',
          ...['part lost', 'cat lost', 'part last', 'ipset save aml-tag-Large-4'],
        ].join('\n'),
      ),
    );
    expect(readIpsets(parts['first'] ?? '')[0]?.elements).toHaveLength(100_000);
    expect(readIpsets(parts['last'] ?? '')[0]?.elements).toHaveLength(50_001);
    expect(parts['lost']).toBe('');
  });

  it('loads into one set of nftables, is exchanged at once, and is never without what both lists have', () => {
    const parts = sound(
      inNamespace(
        folders({ a: filesOf('nftables', large), b: filesOf('nftables', other) }),
        [
          ...['sh a/apply.sh', 'part first', 'nft -j list ruleset'],
          '(i=0; while [ $i -lt 10 ]; do nft get element inet aml tag_Large_4 "{ 10.2.200.2 }" >/dev/null || echo gone; i=$((i+1)); done) >lost &',
          'for x in b a b; do sh $x/apply.sh; done; wait',
          ...['part lost', 'cat lost', 'part last', 'nft -j list ruleset'],
        ].join('\n'),
      ),
    );
    expect(readNft(parts['first'] ?? '').sets.find(({ name }) => name === 'tag_Large_4')?.elements).toHaveLength(
      100_000,
    );
    expect(readNft(parts['last'] ?? '').sets.find(({ name }) => name === 'tag_Large_4')?.elements).toHaveLength(50_001);
    expect(parts['lost']).toBe('');
  });
});
