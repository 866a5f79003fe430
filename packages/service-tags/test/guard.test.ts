import { guard, type GuardOptions } from '@azureml-firewall/service-tags';
import { describe, expect, it } from 'vitest';
import { answer, documentOf, download, parsed, type Sketch } from './support/documents.js';

const usual: Sketch = {
  Storage: { prefixes: ['10.0.0.0/24', '10.0.1.0/24', '2603:1030::/47'] },
  'Storage.EastUS2': { region: 'eastus2' },
  AzureMonitor: { prefixes: ['10.4.0.0/24'] },
};

function checked(tags: Sketch, needed: readonly string[], options?: GuardOptions): readonly [boolean, ...string[]] {
  const { ok, diagnostics } = guard(documentOf(tags), needed, options);
  return [ok, ...diagnostics.map(({ code }) => code)];
}

describe('guard', () => {
  it('lets a document pass that has what is needed', () => {
    expect(checked(usual, ['Storage', 'storage.eastus2'], { previous: documentOf(usual, 374) })).toEqual([true]);
    expect(checked(usual, [])).toEqual([true]);
  });

  it('stops where a needed tag is gone or empty', () => {
    expect(checked(usual, ['AzureKeyVault', 'Storage'])).toEqual([false, 'service-tags/needed-missing']);
    expect(checked({ ...usual, AzureMonitor: { prefixes: [] } }, ['AzureMonitor'])).toEqual([
      false,
      'service-tags/needed-empty',
    ]);
  });

  it('does not blame a document for what none has', () => {
    expect(checked(usual, ['VirtualNetwork'])).toEqual([true, 'service-tags/virtual-tag']);
    const government = parsed(download(usual, { cloud: 'AzureGovernment' }));
    expect(guard(government, ['Frontdoor.FirstParty'])).toMatchObject({
      ok: true,
      diagnostics: [{ code: 'service-tags/absent-in-cloud', severity: 'warning' }],
    });
  });

  it.each([
    ['half of one family at the limit', ['10.0.0.0/24', '2603:1030::/47'], 0.5, []],
    ['more than the limit', ['10.0.0.0/25', '2603:1030::/47'], 0.5, [['ipv4', 75]]],
    ['one family altogether', ['10.0.0.0/23'], 0.5, [['ipv6', 100]]],
    [
      'both',
      ['10.0.0.0/32', '2603:1030::/48'],
      0.1,
      [
        ['ipv4', 99.8],
        ['ipv6', 50],
      ],
    ],
    ['nothing by regrouping', ['10.0.0.0/23', '2603:1030::/48', '2603:1030:1::/48'], 0, []],
    ['nothing by growing', ['10.0.0.0/8', '2603:1030::/32'], 0, []],
  ])('measures a loss of %s', (_, prefixes, maxShrink, losses) => {
    const current = documentOf({ ...usual, Storage: { prefixes } });
    const { ok, diagnostics } = guard(current, ['Storage'], { previous: documentOf(usual, 374), maxShrink });
    expect(diagnostics.map(({ data }) => [data['family'], data['percent']])).toEqual(losses);
    expect(ok).toBe(losses.length === 0);
  });

  it('says between which documents', () => {
    const current = documentOf({ ...usual, AzureMonitor: { prefixes: ['10.4.0.0/26'] } });
    expect(guard(current, ['azuremonitor'], { previous: documentOf(usual, 374) }).diagnostics).toEqual([
      {
        code: 'service-tags/shrunk',
        severity: 'error',
        data: {
          tag: 'AzureMonitor',
          document: 'Public download 375',
          previous: 'Public download 374',
          family: 'ipv4',
          percent: 75,
        },
      },
    ]);
  });

  it('does not measure a tag that is new', () => {
    const { Storage: _, ...old } = usual;
    expect(checked(usual, ['Storage'], { previous: documentOf(old, 374) })).toEqual([true]);
  });

  it('compares with nothing of another kind or cloud, and stops', () => {
    for (const previous of [parsed(answer(usual)), parsed(download(usual, { cloud: 'China' }))])
      expect(checked(usual, ['Storage'], { previous })).toEqual([false, 'service-tags/not-comparable']);
  });
});

describe('guard refuses', () => {
  it.each([30, -0.1, Number.NaN, '0.3'])('a share of %j, which would let every loss pass', (share) => {
    const maxShrink: unknown = share;
    expect(() => guard(documentOf(usual), ['Storage'], { maxShrink: maxShrink as number })).toThrow(
      `maxShrink: found ${share}, expected a share from 0 to 1`,
    );
  });

  it('an option that is misspelt, without which it holds nothing against anything', () => {
    const options: object = { previus: documentOf(usual) };
    expect(() => guard(documentOf(usual), ['Storage'], options)).toThrow('found previus, expected only previous');
  });
});
