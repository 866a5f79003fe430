import type { Json } from '@azureml-firewall/renderer-kit';
import * as is from '../nft/expression.js';

/** A place in JSON: what is not there is undefined all the way down. */
export function at(json: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let here = json;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = new Map<string, Json>(Object.entries(here)).get(String(key));
  }
  return here;
}

/** A text in JSON; empty where there is none. */
export function textAt(json: Json | undefined, ...path: readonly (string | number)[]): string {
  const value = at(json, ...path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The items of a list in JSON. */
export function listAt(json: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const value = at(json, ...path);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function rangeText(json: Json): string {
  const range = listAt(json, 'range');
  return range.length === 0 ? textAt(json) : range.map((end) => textAt(end)).join('-');
}

const fixed: readonly is.Expression[] = [
  is.established,
  is.loopback,
  is.neighbourDiscovery,
  is.tcp,
  is.counter,
  is.accept,
  is.drop,
  is.reset,
  is.prohibited,
  is.ofFamily('ipv4'),
  is.ofFamily('ipv6'),
];

const texts: ReadonlyMap<string, string> = new Map(fixed.map(({ json, text }) => [JSON.stringify(json), text]));

function matchText(json: Json): string {
  const right = at(json, 'match', 'right') ?? '';
  const values = listAt(right, 'set');
  const value = values.length > 0 ? `{ ${values.map(rangeText).join(', ')} }` : rangeText(right);
  const meta = textAt(json, 'match', 'left', 'meta', 'key');
  if (meta !== '') return `meta ${meta} ${typeof right === 'string' ? `"${right}"` : value}`;
  return `${textAt(json, 'match', 'left', 'payload', 'protocol')} ${textAt(json, 'match', 'left', 'payload', 'field')} ${value}`;
}

/** A part of a rule as the text dialect writes it, from its JSON. */
export function expressionText(json: Json): string {
  const known = texts.get(JSON.stringify(json));
  if (known !== undefined) return known;
  const jump = textAt(json, 'jump', 'target');
  if (jump !== '') return `jump ${jump}`;
  const prefix = textAt(json, 'log', 'prefix');
  if (prefix !== '') return `log prefix "${prefix}"`;
  const rate = textAt(json, 'limit', 'rate');
  if (rate !== '') return `limit rate ${rate}/minute`;
  const set = textAt(json, 'set', 'set');
  if (set !== '') return `update ${set} { ${textAt(json, 'set', 'elem', 'payload', 'protocol')} daddr }`;
  return matchText(json);
}
