import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { render, type Rendering } from '@azureml-firewall/renderer-kit';
import { policy, rule, tag } from '@azureml-firewall/conformance';
import { policies } from '@azureml-firewall/conformance/random';
import { iptables, nftables, parseIptables, parseNftables, type FilterModel, type LinuxOptions } from '../src/index.js';
import { defaults, type Settings } from '../src/options.js';
import { options } from './support/arbitraries.js';

/** Fixed, so that a failing case is found again; and one that is new each time, which fast-check names when it fails. */
const seeds = [
  ['a fixed seed', { seed: 20_260_319, numRuns: 300 }],
  ['a new seed', { numRuns: 100 }],
] as const;
const patience = 120_000;

function textIn({ artifacts }: Rendering<FilterModel>, end: string): string {
  return artifacts.find(({ path }) => path.endsWith(end))?.text ?? '';
}

/** Settings as far as files show them; those of the resolver only where there are names, those of a host only there. */
function shown({ filter }: FilterModel): Settings {
  const { settings, fills } = filter;
  const hasLearnt = filter.sets.some(({ use }) => use === 'dns');
  const { upstreams, otherNames, maxLearnt, learntSeconds, dnsUid, logPrefix } = defaults;
  return {
    ...settings,
    ...(fills.length === 0 && { upstreams, otherNames }),
    ...(!hasLearnt && { maxLearnt, learntSeconds }),
    ...(settings.mode === 'gateway' && { dnsUid }),
    ...(settings.logPerMinute === 0 && { logPrefix }),
  };
}

describe.each(seeds)('any policy by %s', { timeout: patience }, (_, parameters) => {
  const holds = (check: (given: Policy, chosen: Partial<LinuxOptions>) => void): void => {
    fc.assert(fc.property(policies, options, check), parameters);
  };

  it('is read back from its files as the model that was printed: iptables, nftables as text and as JSON', () => {
    holds((given, chosen) => {
      const [first, second] = [render(iptables, given, chosen), render(nftables, given, chosen)];
      if (first.artifacts.length === 0) return;
      const json = second.artifacts.filter(({ path }) => !path.endsWith('.nft'));
      const { filter } = second.model;
      expect(parseIptables(first.artifacts)).toEqual({
        ok: true,
        value: { ...first.model.filter, settings: shown(first.model) },
      });
      for (const files of [second.artifacts, json])
        expect(parseNftables(files)).toEqual({ ok: true, value: { ...filter, settings: shown(second.model) } });
    });
  });

  it('never has a rule without a destination, a set without an address, or one that nothing needs', () => {
    holds((given, chosen) => {
      const { filter } = render(iptables, given, chosen).model;
      const needed = new Set<string>();
      for (const { family, source, destination } of filter.rules)
        for (const ref of [destination, ...(source ? [source] : [])]) needed.add(`${ref.use} ${ref.label} ${family}`);
      for (const { use, label, family, prefixes } of filter.sets) {
        if (use !== 'own') expect(needed.delete(`${use} ${label} ${family}`)).toBe(true);
        expect(prefixes === undefined).toBe(use === 'dns');
        expect(prefixes).not.toEqual([]);
      }
      expect([...needed]).toEqual([]);
      for (const { domain, sets } of filter.fills)
        for (const { use, label, families } of sets)
          for (const family of families)
            expect(
              filter.sets.some((set) => set.use === use && set.label === label && set.family === family),
              domain,
            ).toBe(true);
    });
  });

  it('says in each line of the kernel where it goes, also where a family has nothing', () => {
    holds((given, chosen) => {
      const rules = render(iptables, given, chosen);
      for (const end of ['.v4', '.v6'])
        for (const line of textIn(rules, end).split('\n'))
          if (/^-A \S+-(OUT|IN) -p /.test(line))
            expect(line).toMatch(/ --match-set \S+ dst -m \S+ --dports? [0-9:,]+ /);
      const table = textIn(render(nftables, given, chosen), '.nft');
      for (const line of table.split('\n'))
        if (/ counter (accept|jump)/.test(line)) expect(line).toMatch(/ip6? daddr @\S+ (tcp|udp) dport /);
    });
  });

  it('has no line that a tool would cut and read on as another', () => {
    holds((given, chosen) => {
      const longest: Readonly<Record<string, number>> = {
        '.ipset': 1022,
        '.v4': 10_238,
        '.v6': 10_238,
        'dnsmasq.conf': 1023,
      };
      for (const rendered of [render(iptables, given, chosen), render(nftables, given, chosen)]) {
        for (const [end, limit] of Object.entries(longest))
          for (const line of textIn(rendered, end).split('\n')) expect(line.length).toBeLessThanOrEqual(limit);
        for (const { text } of rendered.artifacts) expect(text).not.toMatch(/[\r\uFEFF]/);
      }
      for (const [, name = ''] of textIn(render(iptables, given, chosen), '.ipset').matchAll(/^create (\S+)/gm))
        expect(name).toMatch(/^[a-z][A-Za-z0-9._-]{0,30}$/);
    });
  });
});

describe('what was not printed here', () => {
  const given = policy([
    rule('a', ['example.com', '192.0.2.0/24', '*.example.com'], ['tcp/443', 'udp/53']),
    rule('b', [tag('Storage', '198.51.100.0/24', '2001:db8::/32')], ['tcp/443'], { action: 'deny' }),
  ]);
  const targets = [
    ['iptables', render(iptables, given).artifacts, parseIptables],
    ['nftables', render(nftables, given).artifacts, parseNftables],
    ['nftables as JSON', render(nftables, given).artifacts.filter(({ path }) => !path.endsWith('.nft')), parseNftables],
  ] as const;
  const others = [
    '',
    '}',
    'COMMIT',
    'flush ruleset',
    '-A AML-OUT -j ACCEPT',
    'server=/#/8.8.8.8',
    '\t\taccept',
    'add x 0.0.0.0/1',
  ];

  it.each(targets)('is refused in files of %s, with the line', (_, files, parse) => {
    const places = files.flatMap(({ text }, at) => text.split('\n').map((_line, i) => [at, i] as const));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...others), ([at, i], line) => {
        const changed = files.map((file, j) => {
          const lines = file.text.split('\n');
          return j === at ? { ...file, text: lines.toSpliced(i, 1, line).join('\n') } : file;
        });
        const parsed = parse(changed);
        if (changed[at]?.text === files[at]?.text) expect(parsed.ok).toBe(true);
        else if (!parsed.ok) expect(parsed.refusal.code).toBe('iptables/not-ours');
        else expect(changed[at]?.text).toBe('a text that is printed for what was read');
      }),
      { seed: 20_260_319, numRuns: 600 },
    );
  });

  it('is refused where a file is missing, or is no JSON', () => {
    expect(parseIptables([])).toMatchObject({ ok: false, refusal: { code: 'iptables/no-file' } });
    expect(parseNftables([])).toMatchObject({ ok: false, refusal: { code: 'iptables/no-file' } });
    const files = [
      { path: 'aml.nft.json', text: '{' },
      { path: 'dnsmasq.conf', text: '' },
    ];
    expect(parseNftables(files)).toMatchObject({ ok: false, refusal: { code: 'iptables/not-ours' } });
  });
});
