import { parseSingleLine } from '@azureml-firewall/rule-model';
import { isObject, type Unknown } from './check-tag.js';

const ofDocument = new Set(['changeNumber', 'cloud', 'id', 'name', 'type', 'nextLink', 'values']);
const ofTag = new Set(['name', 'id', 'properties', 'serviceTagChangeNumber']);
const ofProperties = new Set([
  'changeNumber',
  'region',
  'regionId',
  'state',
  'platform',
  'systemService',
  'addressPrefixes',
  'networkFeatures',
]);

const mostFields = 20;

/**
 * Fields that neither the download nor the API has had so far. They are reported and not refused: Azure may add one in
 * any week, and its addresses are needed that week as well.
 */
export function unknownFields(document: Unknown, values: readonly unknown[]): readonly string[] {
  const found = new Set<string>();
  const look = (prefix: string, object: unknown, known: ReadonlySet<string>): void => {
    if (!isObject(object)) return;
    for (const key in object) if (!known.has(key)) found.add(prefix + key);
  };
  look('', document, ofDocument);
  for (const item of values) {
    look('values[].', item, ofTag);
    look('values[].properties.', isObject(item) ? item['properties'] : undefined, ofProperties);
  }
  return [...found].map((field) => (parseSingleLine(field, 100).ok ? field : 'unprintable')).slice(0, mostFields);
}
