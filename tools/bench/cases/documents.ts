import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aggregateCidrs } from '@azureml-firewall/rule-model';
import { parseServiceTags, whichTags } from '@azureml-firewall/service-tags';
import { asRead, seeded, tagDocumentText } from '../inputs.js';
import { interleaved } from '../measure.js';
import type { Result } from '../result.js';

const { text, real } = tagDocumentText();
const made = real ? {} : { note: 'a made-up document of about the size: no real one was at hand' };

function prefixes(): readonly string[] {
  const json = JSON.parse(text) as { values: { properties: { addressPrefixes: string[] } }[] };
  return json.values.flatMap(({ properties }) => properties.addressPrefixes);
}

/** Row 1: loading and validating a tag document, beside `JSON.parse` of the same text. */
export function loadDocument(): Result {
  const { ours, 'JSON.parse': parse } = interleaved(
    { ours: () => parseServiceTags(text), 'JSON.parse': () => JSON.parse(text) as unknown },
    15,
  );
  const ratio = (ours?.median ?? 0) / (parse?.median ?? 1);
  return {
    row: '1',
    work: `load and validate ${prefixes().length} prefixes`,
    measured: { ours: ours ?? 0, 'JSON.parse': parse ?? 0 },
    figure: `${ratio.toFixed(2)} × JSON.parse`,
    target: '≤ 2.5 ×',
    met: ratio <= 2.5,
    ...made,
  };
}

function iprange(v4: readonly string[]): (() => unknown) | undefined {
  if (spawnSync('iprange', ['--version']).error) return undefined;
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'v4.txt');
  writeFileSync(file, `${v4.join('\n')}\n`);
  return () => spawnSync('iprange', [file, '--merge'], { encoding: 'utf8' }).stdout;
}

/** Row 2: aggregating all prefixes to the minimal equal set. */
export async function aggregate(): Promise<readonly Result[]> {
  const { mergeCidr } = await import('cidr-tools');
  const all = prefixes();
  const v4 = all.filter((prefix) => !prefix.includes(':'));
  const { ours, 'cidr-tools': tools } = interleaved(
    { ours: () => aggregateCidrs(all), 'cidr-tools': () => mergeCidr([...all]) },
    11,
  );
  const merge = iprange(v4);
  const four = interleaved({ ours: () => aggregateCidrs(v4), ...(merge && { iprange: merge }) }, 11);
  const ratio = (ours?.median ?? 0) / (tools?.median ?? 1);
  const against = four['iprange'] && (four['ours']?.median ?? 0) / four['iprange'].median;
  return [
    {
      row: '2',
      work: `aggregate ${all.length} prefixes to ${aggregateCidrs(all).length}`,
      measured: { ours: ours ?? 0, 'cidr-tools': tools ?? 0 },
      figure: `${ratio.toFixed(2)} × cidr-tools`,
      target: '≤ 0.45 ×',
      met: ratio <= 0.45,
      ...made,
    },
    {
      row: '2',
      work: `aggregate the ${v4.length} IPv4 prefixes, in process against a whole process`,
      measured: { ours: four['ours'] ?? 0, ...(four['iprange'] && { iprange: four['iprange'] }) },
      figure: against === undefined ? 'no reference' : `${against.toFixed(2)} × iprange`,
      target: '≤ 2 ×',
      ...(against === undefined
        ? { note: 'iprange (Debian package iprange) is not installed' }
        : { met: against <= 2, ...made }),
    },
  ];
}

/** Row 3: which tags hold an address, a million addresses given as text. */
export function lookUp(): Result {
  const parsed = parseServiceTags(text);
  if (!parsed.ok) throw new Error('the tag document is refused');
  const random = seeded(3);
  const octet = (): number => Math.floor(random() * 256);
  const known = prefixes().map((prefix) => prefix.replace(/\/.*$/, ''));
  const addresses = asRead(
    Array.from({ length: 1_000_000 }, (_, i) =>
      i % 2 === 0
        ? (known[Math.floor(random() * known.length)] ?? '10.0.0.1')
        : `${octet()}.${octet()}.${octet()}.${octet()}`,
    ),
  );
  const build = interleaved({ index: () => whichTags(parsed.document) }, 9);
  const tagsOf = whichTags(parsed.document);
  const query = interleaved({
    ours: () => {
      let hits = 0;
      for (const address of addresses) hits += tagsOf(address)?.length ?? 0;
      return hits;
    },
  });
  const perSecond = addresses.length / ((query['ours']?.median ?? 1) / 1000);
  const index = build['index']?.median ?? 0;
  return {
    row: '3',
    work: 'which tags hold an address, 1,000,000 addresses as text',
    measured: { 'look-ups': query['ours'] ?? 0, index: build['index'] ?? 0 },
    figure: `${(perSecond / 1e6).toFixed(1)} M/s, index ${index.toFixed(0)} ms`,
    target: '≥ 5 M/s, index ≤ 60 ms',
    met: perSecond >= 5e6 && index <= 60,
    ...made,
  };
}
