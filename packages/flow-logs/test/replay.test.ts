import { denialJudge, lineReader, lineSplitter, longestLine, tallier, type Tally } from '@azureml-firewall/flow-logs';
import { parseDestination, type Destination, type Policy, type Rule } from '@azureml-firewall/rule-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function policyOf(...rules: readonly (readonly [id: string, to: string | Destination, port: number])[]): Policy {
  return {
    cloud: 'public',
    region: 'eastus2',
    edition: '2026-03-19',
    collections: [{ id: 'c', title: 'C', rules: rules.map(ruleOf) }],
    routes: [],
  };
}

function ruleOf([id, to, port]: readonly [id: string, to: string | Destination, port: number]): Rule {
  const parsed = typeof to === 'string' ? parseDestination(to) : undefined;
  const destination = typeof to === 'string' ? (parsed?.ok ? parsed.value : undefined) : to;
  if (!destination) throw new TypeError(id);
  return {
    id,
    purpose: 'a purpose',
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }],
    destinations: [destination],
    services: [{ protocol: port === 5831 ? 'udp' : 'tcp', ports: [{ from: port, to: port }] }],
    necessity: 'required',
    origins: [{ requirement: id, edition: '2026-03-19', section: 's', source: 'p' }],
  };
}

const tag = (name: string, prefix: string): Destination => ({
  kind: 'service-tag',
  tag: name,
  resolved: { document: 'Public download 1', prefixes: [prefix] },
});

const planned = policyOf(
  ['pypi-hosts', 'pypi.org', 443],
  ['azure-ml-tag', tag('AzureMachineLearning', '192.0.2.0/24'), 5831],
  ['aks-tunnel', tag('AzureCloud.eastus2', '198.51.100.0/24'), 9000],
);
const dormant = policyOf(['cran-hosts', 'cloud.r-project.org', 443]);
const judge = denialJudge(planned, dormant);
const outbound = { direction: 'outbound', protocol: 'tcp', port: 443 } as const;

describe('denialJudge', () => {
  it.each([
    ['a planned host strongly', { ...outbound, host: 'pypi.org' }, 'planned', 'pypi-hosts', 'strong'],
    [
      'an address inside a tag likely',
      { ...outbound, address: '192.0.2.5', protocol: 'udp', port: 5831 },
      'planned',
      'azure-ml-tag',
      'likely',
    ],
    [
      'an address inside a whole cloud weakly',
      { ...outbound, address: '198.51.100.7', port: 9000 },
      'planned',
      'aks-tunnel',
      'weak',
    ],
    ['what the profile switches off', { ...outbound, host: 'cloud.r-project.org' }, 'dormant', 'cran-hosts', 'strong'],
  ] as const)('finds %s', (_, flow, kind, rule, grade) => {
    const judgement = judge(flow);
    expect(
      judgement.kind === 'unknown' ? judgement : [judgement.kind, judgement.entry.rule.id, judgement.grade],
    ).toEqual([kind, rule, grade]);
  });

  it.each([
    ['a host that nothing asks for', { ...outbound, host: 'example.org' }],
    ['the right host on another port', { ...outbound, host: 'pypi.org', port: 8443 }],
    ['the right address on another port', { ...outbound, address: '192.0.2.5', port: 22 }],
    ['a look-alike', { ...outbound, host: 'evilpypi.org' }],
  ])('does not know %s', (_, flow) => {
    expect(judge(flow)).toEqual({ kind: 'unknown' });
  });
});

const squid = (host: string, port: number, code = 403): string =>
  `1789898401.123 0 10.20.1.${port % 9} TCP_DENIED/${code} 0 CONNECT ${host}:${port} - HIER_NONE/- -`;
const log = [
  squid('pypi.org', 443),
  'garbage',
  squid('pypi.org', 443),
  '',
  squid('example.org', 443),
  squid('pypi.org', 443, 407),
].join('\r\n');

function replay(text: string, cuts: readonly number[], limits = {}): Tally {
  const { add, tally } = tallier(judge, limits);
  const read = lineReader('squid', '');
  const { write, end } = lineSplitter((line) => {
    add(read(line));
  });
  const bounds = [0, ...cuts.toSorted((a, b) => a - b), text.length];
  for (const [i, from] of bounds.entries()) write(text.slice(from, bounds[i + 1] ?? text.length));
  end();
  return tally();
}

describe('a replay', () => {
  it('counts what was denied by where it went, most frequent first, and shows broken lines', () => {
    expect(replay(log, [])).toMatchObject({
      lines: 6,
      denied: 3,
      other: 2,
      broken: 1,
      brokenSamples: [{ line: 2, why: 'no access log line' }],
      groups: [
        {
          destination: 'pypi.org',
          service: 'tcp/443',
          count: 2,
          sources: ['10.20.1.2'],
          judgement: { kind: 'planned' },
        },
        { destination: 'example.org', service: 'tcp/443', count: 1, judgement: { kind: 'unknown' } },
      ],
    });
  });

  it('gives the same counts wherever the stream is cut', () => {
    const whole = replay(log, []);
    fc.assert(
      fc.property(fc.array(fc.nat(log.length)), (cuts) => {
        expect(replay(log, cuts)).toEqual(whole);
      }),
      { seed: 20261124 },
    );
    fc.assert(
      fc.property(fc.array(fc.nat(log.length)), (cuts) => {
        expect(replay(log, cuts)).toEqual(whole);
      }),
    );
  });

  it('keeps no more groups than it may, and counts the rest', () => {
    const text = Array.from({ length: 50 }, (_, i) => squid(`h${i}.example.org`, 443)).join('\n');
    const tally = replay(text, [], { groups: 10 });
    expect(tally.groups).toHaveLength(10);
    expect(tally.ungrouped).toEqual({ planned: 0, dormant: 0, unknown: 40 });
    expect(tally.denied).toBe(50);
  });

  it('cuts a line without end instead of keeping it', () => {
    const lines: string[] = [];
    const { write, end } = lineSplitter((line) => lines.push(line));
    for (let i = 0; i < 100; i++) write('x'.repeat(10_000));
    write('\nnext');
    end();
    expect(lines.map(({ length }) => length <= longestLine + 10_000)).toEqual([true, true]);
    expect(lines[1]).toBe('next');
  });
});
