import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceTag } from '@azureml-firewall/rule-model';
import { guardFeeds, render, type Artifact } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { policies } from '@azureml-firewall/conformance/random';
import { feedFaults, paloAlto } from '../src/index.js';
import type { Policy } from '@azureml-firewall/rule-model';
import { options } from './support/arbitraries.js';

function feedsOf(given: Policy, chosen = {}): readonly Artifact[] {
  const { model } = render(paloAlto, given, chosen);
  const { cloud, region, edition } = given;
  const all = { ...paloAlto.defaults, ...chosen };
  return paloAlto.feeds?.(model, { cloud, region, edition, policy: given, options: all }) ?? [];
}

function tag(...prefixes: readonly string[]): ServiceTag {
  return { kind: 'service-tag', tag: 'Storage', resolved: { document: 'week 1', prefixes } };
}

describe('feeds', () => {
  it('hold the prefixes of each tag and the URLs of each category', () => {
    const given = policy([
      rule('hosts', ['example.com', '*.example.org'], ['tcp/443']),
      rule('tag', [], ['tcp/443'], {
        sources: [{ kind: 'any' }],
        destinations: [tag('192.0.2.0/24', '2001:db8::/32')],
      }),
    ]);
    expect(feedsOf(given).map(({ path, text }) => [path, text])).toEqual([
      ['ip/aml-tag-Storage.txt', '192.0.2.0/24\n2001:db8::/32\n'],
      ['url/aml-hosts.txt', 'example.com/\n*.example.org/\n'],
    ]);
  });

  it('are what the lists of the configuration fetch', () => {
    const lists = { serviceTags: 'lists', listBaseUrl: 'https://lists.example.com/aml' } as const;
    const given = policy([rule('tag', [], ['tcp/443'], { destinations: [tag('192.0.2.0/24')] })]);
    const [list] = render(paloAlto, given, lists).model.config.lists;
    expect(feedsOf(given, lists).map(({ path }) => `https://lists.example.com/aml/${path}`)).toEqual([list?.url]);
  });

  it('of https are fetched from a server that is checked, and a list that no profile guards is told of', () => {
    const lists = { serviceTags: 'lists', listBaseUrl: 'https://lists.example.com/aml' } as const;
    const given = policy([rule('tag', [], ['tcp/443'], { destinations: [tag('192.0.2.0/24')] })]);
    const codesOf = (chosen: object): readonly string[] =>
      render(paloAlto, given, chosen).diagnostics.map(({ code }) => code);
    expect(codesOf(lists)).toContain('palo-alto/lists-not-authenticated');
    const checked = { ...lists, certificateProfile: 'List hosts' };
    expect(codesOf(checked)).not.toContain('palo-alto/lists-not-authenticated');
    expect(render(paloAlto, given, checked).artifacts[0]?.text).toContain(
      'set external-list aml-tag-Storage type ip certificate-profile "List hosts"\n',
    );
  });

  it('of any policy have legal lines only, each once, and no list is empty', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        for (const { path, text } of feedsOf(given, chosen)) {
          const lines = text.split('\n').slice(0, -1);
          expect(feedFaults(path.startsWith('ip/') ? 'ip' : 'url', lines)).toEqual([]);
          expect(new Set(lines).size).toBe(lines.length);
          expect(lines.length).toBeGreaterThan(0);
        }
      }),
      { seed: 20_260_319, numRuns: 300 },
    );
  }, 60_000);

  it('are held against those in use', () => {
    const of = (...prefixes: readonly string[]): readonly Artifact[] =>
      feedsOf(policy([rule('tag', [], ['tcp/443'], { destinations: [tag(...prefixes)] })]));
    const [many, few] = [of('192.0.2.0/26', '192.0.2.64/26', '192.0.2.128/26'), of('192.0.2.0/26')];
    expect(guardFeeds(many, few)).toEqual([{ path: 'ip/aml-tag-Storage.txt', before: 3, after: 1 }]);
  });

  it('make no list of a tag that holds every address', () => {
    expect(feedsOf(policy([rule('tag', [], ['tcp/443'], { destinations: [tag('0.0.0.0/0')] })]))).toEqual([]);
  });

  it.each([
    'example.com',
    '*example.com/',
    'exam*ple.com/',
    '*.*.example.com/',
    'https://example.com/',
    'example.com/ # comment',
    'example.com/a b/',
    'example.com/*/x',
    'example.com/path',
    'example.com/x*',
    '^.example.com/',
    '.example.com/',
    'com/',
    '*/',
    '',
    `${'a'.repeat(250)}.com/x/`,
  ])('refuse the URL line "%s"', (line) => {
    expect(feedFaults('url', [line])).toEqual([line]);
  });

  it.each([
    '0.0.0.0/0',
    '::/0',
    '192.0.2.1',
    '192.0.2.0/24 comment',
    '192.0.2.0-192.0.2.9',
    'example.com/',
    '',
    'fe80::%1/64',
  ])('refuse the address line "%s"', (line) => {
    expect(feedFaults('ip', [line])).toEqual([line]);
  });

  it('are refused as a whole for a line that is', () => {
    const { model } = render(paloAlto, policy([rule('hosts', ['example.com'], ['tcp/443'])]));
    const given = policy([]);
    const context = {
      cloud: given.cloud,
      region: given.region,
      edition: '',
      policy: given,
      options: paloAlto.defaults,
    };
    const broken = { ...model, feeds: [{ name: 'x', prefixes: ['0.0.0.0/0'] }] };
    expect(() => paloAlto.feeds?.(broken, context)).toThrow('ip/x.txt is refused: 0.0.0.0/0');
    expect(() => paloAlto.feeds?.({ ...model, feeds: [{ name: 'x', prefixes: [] }] }, context)).toThrow('no line');
  });
});
