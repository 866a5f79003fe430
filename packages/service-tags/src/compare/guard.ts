import { countAddresses, refuseUnknownNames, type AddressFamily, type Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type ServiceTagCode } from '../diagnostics.js';
import type { ServiceTagDocument, TagRecord } from '../document/document.js';
import { findTag } from '../names/find-tag.js';
import { areComparable } from './diff.js';

/** What a new document is held against. */
export interface GuardOptions {
  /** The document in use so far. */
  readonly previous?: ServiceTagDocument;
  /** The largest share of its addresses that a tag may lose in either family, from 0 to 1; 0.5 by default. */
  readonly maxShrink?: number;
}

/** No document can be blamed for what has never been in one. */
const blameless: ReadonlySet<ServiceTagCode> = new Set(['service-tags/virtual-tag', 'service-tags/absent-in-cloud']);

/** Whether a document may be put to use. */
export interface Guarded {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic<ServiceTagCode>[];
}

/** The share of addresses that are fewer, from 0 to 1. */
function shrinkOf(before: bigint, after: bigint): number {
  if (before === 0n || after >= before) return 0;
  // In millionths: the counts themselves can be far beyond what a double holds.
  return Number(((before - after) * 1_000_000n) / before) / 1_000_000;
}

function shrunk(
  before: TagRecord,
  after: TagRecord,
  documents: { readonly document: string; readonly previous: string },
  maxShrink: number,
): readonly Diagnostic<ServiceTagCode>[] {
  const [old, current] = [countAddresses(before.prefixes), countAddresses(after.prefixes)];
  const families: readonly AddressFamily[] = ['ipv4', 'ipv6'];
  return families.flatMap((family) => {
    const share = shrinkOf(old[family], current[family]);
    if (share <= maxShrink) return [];
    const percent = Math.floor(share * 1000) / 10;
    return [diagnose('service-tags/shrunk', { tag: after.name, ...documents, family, percent })];
  });
}

function guardTag(
  document: ServiceTagDocument,
  name: string,
  { previous, maxShrink = 0.5 }: GuardOptions,
): readonly Diagnostic<ServiceTagCode>[] {
  const { tag, diagnostics } = findTag(document, name);
  if (diagnostics.some(({ code }) => blameless.has(code))) return diagnostics;
  const about = { tag: tag?.name ?? name, document: document.label };
  if (!tag) return [diagnose('service-tags/needed-missing', about)];
  if (tag.prefixes.length === 0) return [diagnose('service-tags/needed-empty', about)];
  const before = previous && findTag(previous, name).tag;
  if (!previous || !before) return [];
  return shrunk(before, tag, { document: document.label, previous: previous.label }, maxShrink);
}

/**
 * Stands between a new document and a firewall: says no where a tag that is needed is gone, is empty, or has lost more
 * of its addresses than is likely in a week. A broken or truncated document then changes nothing.
 * @throws RangeError for an option that is not known, and a share that is none: 30 in place of 0.3 would pass everything.
 */
export function guard(
  document: ServiceTagDocument,
  neededTags: readonly string[],
  options: GuardOptions = {},
): Guarded {
  refuseUnknownNames('options of guard', options, ['previous', 'maxShrink']);
  const { previous, maxShrink = 0.5 } = options;
  if (typeof maxShrink !== 'number' || !(maxShrink >= 0 && maxShrink <= 1))
    throw new RangeError(`maxShrink: found ${String(maxShrink)}, expected a share from 0 to 1`);
  const comparable = !previous || areComparable(previous, document);
  const diagnostics = [
    ...(comparable
      ? []
      : [diagnose('service-tags/not-comparable', { document: document.label, previous: previous.label })]),
    ...neededTags.flatMap((name) => guardTag(document, name, comparable ? options : {})),
  ];
  return { ok: diagnostics.every(({ severity }) => severity !== 'error'), diagnostics };
}
