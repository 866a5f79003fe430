import type { Cloud } from '@azureml-firewall/rule-model';
import { azureCloudRegions, tagRegions, tagRows } from './table.js';

/** What a tag can be listed for in a document. */
export type TagFeature = 'firewall' | 'route' | 'security-group';

/** A tag of a cloud's document. */
export interface KnownTag {
  /** In the spelling of the document: Azure's tools take no other for a tag. */
  readonly name: string;
  readonly features: ReadonlySet<TagFeature>;
}

interface Row {
  readonly name: string;
  readonly codes: Readonly<Record<Cloud, string>>;
}

const letters: Readonly<Record<TagFeature, string>> = { firewall: 'F', route: 'R', 'security-group': 'S' };

const clouds: readonly Cloud[] = ['public', 'usgov', 'china'];

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** By name in lower case. */
const rows: ReadonlyMap<string, Row> = new Map(
  tagRows
    .trim()
    .split('\n')
    .map((line): [string, Row] => {
      const [name = '', of = '-', usgov = '-', china = '-'] = wordsOf(line);
      return [name.toLowerCase(), { name, codes: { public: of, usgov, china } }];
    }),
);

function regionOf(name: string, region: string, cloud: Cloud): string | undefined {
  const list = wordsOf((name === 'AzureCloud' ? azureCloudRegions : tagRegions)[cloud]);
  return list.find((word) => word.toLowerCase() === region);
}

function known(name: string, code: string): KnownTag {
  const features = (Object.keys(letters) as readonly TagFeature[]).filter((feature) => code.includes(letters[feature]));
  return { name, features: new Set(features) };
}

/** The tag of that name in a cloud's document, whatever its upper and lower case; nothing if the document has none. */
export function findTag(tag: string, cloud: Cloud): KnownTag | undefined {
  const text = tag.toLowerCase();
  const whole = rows.get(text);
  if (whole) return whole.codes[cloud] === '-' ? undefined : known(whole.name, whole.codes[cloud].split('/')[0] ?? '');
  const dot = text.lastIndexOf('.');
  const row = rows.get(text.slice(0, Math.max(dot, 0)));
  const code = row?.codes[cloud].split('/')[1];
  const region = row && regionOf(row.name, text.slice(dot + 1), cloud);
  return row && code !== undefined && region !== undefined ? known(`${row.name}.${region}`, code) : undefined;
}

/** Whether the document of some cloud has the tag. */
export function isAnywhere(tag: string): boolean {
  return clouds.some((cloud) => findTag(tag, cloud) !== undefined);
}
