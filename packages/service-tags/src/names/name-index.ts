import type { ServiceTagDocument, TagRecord } from '../document/document.js';

/** The names of a document, ready to be asked. */
export interface NameIndex {
  /** By name in lower case. */
  readonly byName: ReadonlyMap<string, TagRecord>;
  /** Other spellings of a region at the end of a tag, in lower case: `germanywc` and `germanywestcentral`. */
  readonly otherRegion: ReadonlyMap<string, string>;
}

/** The tag that a name belongs to by a dot and more: dots also stand inside names, so that only real tags count. */
export function baseOf(byName: ReadonlyMap<string, TagRecord>, name: string): TagRecord | undefined {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const base = byName.get(name.slice(0, dot).toLowerCase());
    if (base) return base;
  }
  return undefined;
}

/** How often each ending stands for each region: the usual one counts, since stages share the region's short name. */
function endingsByRegion(byName: ReadonlyMap<string, TagRecord>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const regions = new Map<string, Map<string, number>>();
  for (const [name, { region }] of byName) {
    const base = region === '' ? undefined : baseOf(byName, name);
    if (!base) continue;
    const ending = name.slice(base.name.length + 1);
    const endings = regions.get(region.toLowerCase()) ?? new Map<string, number>();
    regions.set(region.toLowerCase(), endings.set(ending, (endings.get(ending) ?? 0) + 1));
  }
  return regions;
}

function otherSpellings(byName: ReadonlyMap<string, TagRecord>): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const [region, endings] of endingsByRegion(byName)) {
    const [usual] = [...endings].filter(([ending]) => ending !== region).toSorted(([, a], [, b]) => b - a);
    // Where tags end in the short name itself as a rule, another ending is a stage or a part of the service.
    if (!usual || usual[1] < (endings.get(region) ?? 0)) continue;
    others.set(region, usual[0]);
    others.set(usual[0], region);
  }
  return others;
}

const indexes = new WeakMap<ServiceTagDocument, NameIndex>();

/** The index of a document, made once for each. */
export function nameIndexOf(document: ServiceTagDocument): NameIndex {
  const known = indexes.get(document);
  if (known) return known;
  const byName = new Map(document.tags.map((tag) => [tag.name.toLowerCase(), tag]));
  const index = { byName, otherRegion: otherSpellings(byName) };
  indexes.set(document, index);
  return index;
}
