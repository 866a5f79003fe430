import { accepted, aggregateCidrs, refused, type Cloud, type Parsed } from '@azureml-firewall/rule-model';
import type { ServiceTagDocument, TagRecord } from '../document/document.js';

/** What became of the prefixes of a tag that is in both documents. */
export interface TagChange {
  readonly tag: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The prefixes are others, but they hold the same addresses. */
  readonly regrouped: boolean;
}

/** A tag that is in one document only. */
export interface TagOfOne {
  readonly tag: string;
  readonly prefixes: readonly string[];
}

/** What changed from one document to another. Every list is in the order of its document. */
export interface ServiceTagDiff {
  readonly cloud: Cloud;
  readonly from: string;
  readonly to: string;
  readonly changed: readonly TagChange[];
  readonly created: readonly TagOfOne[];
  readonly gone: readonly TagOfOne[];
}

/** Whether the numbers and lists of two documents count the same thing. */
export function areComparable(a: ServiceTagDocument, b: ServiceTagDocument): boolean {
  return a.cloud === b.cloud && a.kind === b.kind;
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other);
  return list.filter((text) => !known.has(text));
}

function changeOf(before: TagRecord, after: TagRecord): readonly TagChange[] {
  if (areEqual(before.prefixes, after.prefixes)) return [];
  return [
    {
      tag: after.name,
      added: without(after.prefixes, before.prefixes),
      removed: without(before.prefixes, after.prefixes),
      regrouped: areEqual(aggregateCidrs(before.prefixes), aggregateCidrs(after.prefixes)),
    },
  ];
}

function byName({ tags }: ServiceTagDocument): ReadonlyMap<string, TagRecord> {
  return new Map(tags.map((tag) => [tag.name.toLowerCase(), tag]));
}

function missingIn(names: ReadonlyMap<string, TagRecord>, { tags }: ServiceTagDocument): readonly TagOfOne[] {
  return tags
    .filter(({ name }) => !names.has(name.toLowerCase()))
    .map(({ name, prefixes }) => ({ tag: name, prefixes }));
}

/**
 * Compares two documents of one cloud and one kind, tag by tag. The download and the API count their weeks apart and do
 * not hold the same tags: comparing them would show changes that never happened, so that it is refused.
 */
export function diffServiceTags(before: ServiceTagDocument, after: ServiceTagDocument): Parsed<ServiceTagDiff> {
  if (!areComparable(before, after))
    return refused('service-tags/not-comparable', after.label, `a document of the cloud and kind of ${before.label}`);
  const [old, current] = [byName(before), byName(after)];
  return accepted({
    cloud: after.cloud,
    from: before.label,
    to: after.label,
    changed: after.tags.flatMap((tag) => {
      const earlier = old.get(tag.name.toLowerCase());
      return earlier ? changeOf(earlier, tag) : [];
    }),
    created: missingIn(old, after),
    gone: missingIn(current, before),
  });
}
