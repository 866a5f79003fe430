import { parseServiceTagName } from '@azureml-firewall/rule-model';
import { checkPrefixes, type Scans } from './check-prefixes.js';
import type { TagRecord } from './document.js';
import { refuse, under, type Checked } from './refusal.js';

/** A tag, and what is to be said about it. */
export interface CheckedTag {
  readonly tag: TagRecord;
  readonly repeated: number;
}

/** An object as it comes from JSON, of which nothing is known. */
export type Unknown = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of regions and services: no text that could do anything where it is printed. */
const word = /^[A-Za-z0-9 ._-]{0,100}$/;

/** A count, which the download writes as a number and the API as text. */
export function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

function checkWord(value: unknown): Checked<string> {
  if (value === undefined || value === null) return { ok: true, value: '' };
  if (typeof value === 'string' && word.test(value)) return { ok: true, value };
  return refuse('', 'service-tags/shape', value, 'a name of letters and digits');
}

function checkFeatures(value: unknown): Checked<readonly string[] | undefined> {
  if (value === undefined || value === null) return { ok: true, value: undefined };
  if (!Array.isArray(value)) return refuse('', 'service-tags/shape', value, 'a list of names, or null');
  const wrong = value.find((feature) => typeof feature !== 'string' || !word.test(feature)) as unknown;
  if (wrong !== undefined) return refuse('', 'service-tags/shape', wrong, 'names of letters and digits');
  return { ok: true, value: value as readonly string[] };
}

function checkCount(value: unknown): Checked<number | undefined> {
  const count = value === undefined || value === null ? undefined : countOf(value);
  if (count !== undefined || value === undefined || value === null) return { ok: true, value: count };
  return refuse('', 'service-tags/shape', value, 'a whole number');
}

function checkProperties(name: string, properties: Unknown, scans: Scans): Checked<CheckedTag> {
  const region = checkWord(properties['region']);
  if (!region.ok) return under('.region', region);
  const service = checkWord(properties['systemService']);
  if (!service.ok) return under('.systemService', service);
  const count = checkCount(properties['changeNumber']);
  if (!count.ok) return under('.changeNumber', count);
  const features = checkFeatures(properties['networkFeatures']);
  if (!features.ok) return under('.networkFeatures', features);
  const checked = checkPrefixes(properties['addressPrefixes'], scans);
  if (!checked.ok) return under('.addressPrefixes', checked);
  const tag: TagRecord = {
    name,
    region: region.value,
    systemService: service.value,
    ...(count.value !== undefined && { changeNumber: count.value }),
    ...(features.value !== undefined && { networkFeatures: features.value }),
    prefixes: checked.value.prefixes,
  };
  return { ok: true, value: { tag, repeated: checked.value.repeated } };
}

/** One item of `values`. */
export function checkTag(item: unknown, scans: Scans): Checked<CheckedTag> {
  if (!isObject(item)) return refuse('', 'service-tags/shape', item, 'a tag with name and properties');
  const { name, properties } = item;
  if (typeof name !== 'string' || !parseServiceTagName(name).ok)
    return refuse('.name', 'service-tags/shape', name, 'a service tag such as Storage.EastUS2');
  if (!isObject(properties)) return refuse('.properties', 'service-tags/shape', properties, 'the properties of a tag');
  const checked = checkProperties(name, properties, scans);
  return checked.ok ? checked : under('.properties', checked);
}
