import type { Cloud, Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type ServiceTagCode } from '../diagnostics.js';
import { newScans } from './check-prefixes.js';
import { checkTag, countOf, isObject, type Unknown } from './check-tag.js';
import { decode, withoutMark } from './decode.js';
import { cloudNamed, labelFor, type DocumentKind, type ServiceTagDocument, type TagRecord } from './document.js';
import { unknownFields } from './fields.js';
import { refuse, under, type Checked, type DocumentRefusal } from './refusal.js';

/** A document with what is to be said about it, or why it is refused. */
export type ParsedServiceTags =
  | {
      readonly ok: true;
      readonly document: ServiceTagDocument;
      readonly diagnostics: readonly Diagnostic<ServiceTagCode>[];
    }
  | { readonly ok: false; readonly refusal: DocumentRefusal };

/** What may be read. */
export interface ParseOptions {
  /** Longest text or bytes that are looked at; 64 MiB by default, some fifteen times the public document. */
  readonly maxLength?: number;
}

const expected = 'a service-tag document: the weekly download, or the answer of `az network list-service-tags`';

function read(input: unknown, maxLength: number): Checked<unknown> {
  const isBytes = input instanceof Uint8Array;
  if (!isBytes && typeof input !== 'string') return { ok: true, value: input };
  if (input.length > maxLength)
    return refuse('', 'service-tags/too-long', `${input.length} bytes`, `a document of at most ${maxLength} bytes`);
  const text = isBytes ? decode(input) : ({ ok: true, value: input } as const);
  if (!text.ok) return text;
  try {
    return { ok: true, value: JSON.parse(withoutMark(text.value)) };
  } catch {
    return refuse('', 'service-tags/not-json', text.value, expected);
  }
}

interface Head {
  readonly cloud: Cloud;
  readonly kind: DocumentKind;
  readonly changeNumber: number;
  readonly values: readonly unknown[];
}

function checkHead(top: Unknown): Checked<Head> {
  const { changeNumber, values, nextLink } = top;
  const cloud = typeof top['cloud'] === 'string' ? cloudNamed(top['cloud']) : undefined;
  if (!cloud) return refuse('cloud', 'service-tags/cloud', top['cloud'], 'Public, AzureGovernment or China');
  const count = countOf(changeNumber);
  if (count === undefined) return refuse('changeNumber', 'service-tags/shape', changeNumber, 'a whole number');
  if (!Array.isArray(values)) return refuse('values', 'service-tags/shape', values, 'the list of tags');
  if (values.length === 0) return refuse('values', 'service-tags/shape', 'no tag', 'at least one tag');
  if (typeof nextLink === 'string' && nextLink !== '')
    return refuse('nextLink', 'service-tags/partial', nextLink, 'all pages of the answer in one list');
  // The API writes every count as text; nothing else tells the two apart in all clouds.
  const kind = typeof changeNumber === 'string' ? 'api' : 'download';
  return { ok: true, value: { cloud, kind, changeNumber: count, values: values as readonly unknown[] } };
}

interface CheckedTags {
  readonly tags: readonly TagRecord[];
  readonly diagnostics: readonly Diagnostic<ServiceTagCode>[];
}

function checkTags(values: readonly unknown[]): Checked<CheckedTags> {
  const tags: TagRecord[] = [];
  const diagnostics: Diagnostic<ServiceTagCode>[] = [];
  const names = new Set<string>();
  const scans = newScans();
  for (const [i, item] of values.entries()) {
    const checked = checkTag(item, scans);
    if (!checked.ok) return under(`values[${i}]`, checked);
    const { tag, repeated } = checked.value;
    const name = tag.name.toLowerCase();
    if (names.has(name)) return refuse(`values[${i}].name`, 'service-tags/twice', tag.name, 'each tag only once');
    names.add(name);
    tags.push(tag);
    if (repeated > 0) diagnostics.push(diagnose('service-tags/repeated-prefixes', { tag: tag.name, repeated }));
  }
  return { ok: true, value: { tags, diagnostics } };
}

/**
 * Reads a service-tag document: text or bytes with or without a byte order mark, or what `JSON.parse` made of them; the
 * weekly download, or the answer of the API or the CLI. Every prefix is checked and stands in its one spelling
 * afterwards. The first fault refuses the document; a repeated prefix or an unknown field is only reported.
 */
export function parseServiceTags(input: unknown, options: ParseOptions = {}): ParsedServiceTags {
  const json = read(input, options.maxLength ?? 64 * 1024 * 1024);
  if (!json.ok) return json;
  if (!isObject(json.value)) return refuse('', 'service-tags/not-a-document', json.value, expected);
  const head = checkHead(json.value);
  if (!head.ok) return head;
  const { cloud, kind, changeNumber, values } = head.value;
  const checked = checkTags(values);
  if (!checked.ok) return checked;
  const label = labelFor(cloud, kind, changeNumber);
  const fields = unknownFields(json.value, values);
  return {
    ok: true,
    document: { kind, cloud, changeNumber, label, tags: checked.value.tags },
    diagnostics: [
      ...(fields.length > 0 ? [diagnose('service-tags/unknown-fields', { document: label, fields })] : []),
      ...checked.value.diagnostics,
    ],
  };
}
