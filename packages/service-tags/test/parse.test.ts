import { sortCidrs } from '@azureml-firewall/rule-model';
import { parseServiceTags } from '@azureml-firewall/service-tags';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, download, parsed, type Sketch } from './support/documents.js';
import { holds } from './support/holds.js';

const tags: Sketch = {
  AzureMonitor: { prefixes: ['13.66.60.119/32', '20.21.32.0/26', '2603:1030:7::/48'] },
  'Storage.EastUS2': { region: 'eastus2', features: null, prefixes: [] },
};
const text = JSON.stringify(download(tags));
const utf8 = new TextEncoder().encode(text);

function withProperty(name: string, value: unknown): unknown {
  const copy = JSON.parse(text) as { values: { properties: Record<string, unknown> }[] };
  for (const { properties } of copy.values.slice(1)) properties[name] = value;
  return copy;
}

function refusalOf(input: unknown): readonly [path: string, code: string] {
  const result = parseServiceTags(input);
  if (result.ok) throw new Error('expected a refusal');
  expect(result.refusal.expected).not.toBe('');
  expect(result.refusal.found.length).toBeLessThanOrEqual(61);
  return [result.refusal.path, result.refusal.code];
}

describe('parseServiceTags reads', () => {
  it('the download', () => {
    expect(parseServiceTags(text)).toEqual({
      ok: true,
      document: {
        kind: 'download',
        cloud: 'public',
        changeNumber: 375,
        label: 'Public download 375',
        tags: [
          {
            name: 'AzureMonitor',
            region: '',
            systemService: 'AzureService',
            changeNumber: 12,
            networkFeatures: ['API', 'NSG', 'UDR', 'FW'],
            prefixes: ['13.66.60.119/32', '20.21.32.0/26', '2603:1030:7::/48'],
          },
          { name: 'Storage.EastUS2', region: 'eastus2', systemService: 'AzureService', changeNumber: 12, prefixes: [] },
        ],
      },
      diagnostics: [],
    });
  });

  it('the answer of the API, with counts as text', () => {
    const result = parseServiceTags(answer(tags));
    expect(result).toMatchObject({ ok: true, diagnostics: [] });
    expect(parsed(answer(tags))).toMatchObject({ kind: 'api', changeNumber: 402, label: 'Public API 402' });
    expect(parsed(answer(tags)).tags[0]).toMatchObject({ changeNumber: 12, prefixes: tags['AzureMonitor']?.prefixes });
  });

  it.each([
    ['Public', 'public', 'Public download 375'],
    ['AzureCloud', 'public', 'Public download 375'],
    ['AzureGovernment', 'usgov', 'AzureGovernment download 375'],
    ['AzureUSGovernment', 'usgov', 'AzureGovernment download 375'],
    ['China', 'china', 'China download 375'],
    ['AzureChinaCloud', 'china', 'China download 375'],
  ])('the cloud %s', (cloud, expected, label) => {
    expect(parsed(download(tags, { cloud }))).toMatchObject({ cloud: expected, label });
  });

  it.each([
    ['text', text],
    ['text with a byte order mark', `\ufeff${text}`],
    ['bytes', utf8],
    ['bytes with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16 of Windows PowerShell', new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer)],
    ['Windows line ends', JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n')],
    ['an object', JSON.parse(text)],
  ])('%s', (_, input) => {
    expect(parseServiceTags(input)).toEqual(parseServiceTags(text));
  });

  it('prefixes in another spelling, in another order and twice, and says what it left out', () => {
    const prefixes = ['2603:1030:0007::/48', '20.21.32.0/26', '13.66.60.119', '13.66.60.119/32', '2603:1030:7::/48'];
    const result = parseServiceTags(download({ AzureMonitor: { prefixes } }));
    expect(result.ok && result.document.tags[0]?.prefixes).toEqual(tags['AzureMonitor']?.prefixes);
    expect(result.ok && result.diagnostics).toEqual([
      { code: 'service-tags/repeated-prefixes', severity: 'info', data: { tag: 'AzureMonitor', repeated: 2 } },
    ]);
  });

  it('any list of prefixes into its sorted form', () => {
    const octets = fc.tuple(fc.nat(3), fc.nat(255));
    const lists = fc.array(octets.map(([a, b]) => (b % 2 === 0 ? `10.${a}.${b}.0/24` : `2603:${a + 1}:${b}::/48`)));
    holds(
      fc.property(lists, (prefixes) => {
        expect(parsed(download({ Storage: { prefixes } })).tags[0]?.prefixes).toEqual(sortCidrs(prefixes));
      }),
    );
  });

  it('fields that it does not know, and names them', () => {
    const result = parseServiceTags({ ...(withProperty('quality', 1) as object), expires: 'soon', 'a\nb': 1 });
    expect(result.ok && result.diagnostics).toEqual([
      {
        code: 'service-tags/unknown-fields',
        severity: 'info',
        data: { document: 'Public download 375', fields: ['expires', 'unprintable', 'values[].properties.quality'] },
      },
    ]);
  });

  it('what JSON leaves out or calls null', () => {
    for (const value of [null, undefined])
      for (const name of ['region', 'systemService', 'changeNumber', 'networkFeatures'])
        expect(parseServiceTags(withProperty(name, value)).ok, name).toBe(true);
  });
});

describe('parseServiceTags refuses', () => {
  it.each([
    ['nothing', '', '', 'service-tags/not-json'],
    ['a sign-in page', '<!DOCTYPE html><html>…', '', 'service-tags/not-json'],
    ['a truncated download', text.slice(0, 400), '', 'service-tags/not-json'],
    ['bytes of another kind', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), '', 'service-tags/not-text'],
    ['a number', '375', '', 'service-tags/not-a-document'],
    ['null', null, '', 'service-tags/not-a-document'],
    [
      'the values alone',
      JSON.stringify((JSON.parse(text) as { values: unknown }).values),
      '',
      'service-tags/not-a-document',
    ],
    ['another document', { name: 'x' }, 'cloud', 'service-tags/cloud'],
    ['an unknown cloud', download(tags, { cloud: 'Germany' }), 'cloud', 'service-tags/cloud'],
    ['a cloud from a prototype', download(tags, { cloud: 'constructor' }), 'cloud', 'service-tags/cloud'],
    ['a negative count', download(tags, { changeNumber: -1 }), 'changeNumber', 'service-tags/shape'],
    ['a count in words', answer(tags, { changeNumber: 'new' }), 'changeNumber', 'service-tags/shape'],
    ['no list of tags', { ...download(tags), values: {} }, 'values', 'service-tags/shape'],
    ['an empty list of tags', download({}), 'values', 'service-tags/shape'],
    ['one page of several', { ...answer(tags), nextLink: 'https://example.com/2' }, 'nextLink', 'service-tags/partial'],
    ['a tag that is none', { ...download(tags), values: ['Storage'] }, 'values[0]', 'service-tags/shape'],
    ['a name with a line break', download({ 'Storage\n': {} }), 'values[0].name', 'service-tags/shape'],
    ['a tag twice', download({ Storage: {}, STORAGE: {} }), 'values[1].name', 'service-tags/twice'],
    [
      'a tag without properties',
      { ...download(tags), values: [{ name: 'Storage' }] },
      'values[0].properties',
      'service-tags/shape',
    ],
  ])('%s', (_, input, path, code) => {
    expect(refusalOf(input)).toEqual([path, code]);
  });

  it.each([
    ['region', '<script>', '', 'service-tags/shape'],
    ['systemService', 7, '', 'service-tags/shape'],
    ['changeNumber', 1.5, '', 'service-tags/shape'],
    ['networkFeatures', 'NSG', '', 'service-tags/shape'],
    ['networkFeatures', ['NSG', 'a;b'], '', 'service-tags/shape'],
    ['addressPrefixes', undefined, '', 'service-tags/shape'],
    ['addressPrefixes', '10.0.0.0/8', '', 'service-tags/shape'],
    ['addressPrefixes', ['10.0.0.0/8', 9], '[1]', 'service-tags/shape'],
    ['addressPrefixes', ['10.0.0.0/8', '10.0.0.1/8'], '[1]', 'service-tags/prefix'],
    ['addressPrefixes', ['10.0.0.0/8', 'Storage'], '[1]', 'service-tags/prefix'],
    ['addressPrefixes', ['2603:1030::/129'], '[0]', 'service-tags/prefix'],
  ])('%s of %j', (name, value, place, code) => {
    expect(refusalOf(withProperty(name, value))).toEqual([`values[1].properties.${name}${place}`, code]);
  });

  it('what is longer than it should be, before looking at it', () => {
    expect(parseServiceTags(text, { maxLength: text.length }).ok).toBe(true);
    const longer = { maxLength: text.length - 1 };
    for (const input of [text, utf8])
      expect(parseServiceTags(input, longer)).toMatchObject({ ok: false, refusal: { code: 'service-tags/too-long' } });
  });

  it('any bytes without throwing', () => {
    holds(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(parseServiceTags(bytes).ok).toBe(false);
      }),
    );
  });

  it('any JSON without throwing', () => {
    holds(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseServiceTags({ ...download(tags), values: [value] }).ok).toBe(false);
        expect(parseServiceTags(value).ok).toBe(false);
      }),
    );
  });

  it('a document with a short excerpt that is safe to print', () => {
    const result = parseServiceTags(`<html>\u001b[31m\n${'x'.repeat(200)}`);
    expect(!result.ok && result.refusal.found).toMatch(/^<html> \[31m x{48}…$/);
  });
});
