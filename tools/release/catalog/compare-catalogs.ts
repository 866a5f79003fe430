import type { CatalogData } from './catalog-data.js';
import type { DataChange, Level } from './data-change.js';
import { editionChanges } from './edition-changes.js';
import { schemaLevel } from './schema-change.js';

const rank: Readonly<Record<Level, number>> = { breaking: 2, addition: 1, editorial: 0 };

function schemaChanges(before: CatalogData, after: CatalogData): readonly DataChange[] {
  const names = new Set([...Object.keys(before.schemas), ...Object.keys(after.schemas)]);
  const texts: Readonly<Record<Level, string>> = {
    breaking: 'accepts less than before, or something else.',
    addition: 'accepts more than before.',
    editorial: 'describes the same in other words.',
  };
  return [...names].flatMap((subject): readonly DataChange[] => {
    const [old, now] = [before.schemas[subject], after.schemas[subject]];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    if (old === undefined) return before.editions.length === 0 ? [] : [{ level: 'addition', subject, text: 'is new.' }];
    if (now === undefined) return [{ level: 'breaking', subject, text: 'is gone.' }];
    const level = schemaLevel(old as Parameters<typeof schemaLevel>[0], now as Parameters<typeof schemaLevel>[1]);
    return [{ level, subject, text: texts[level] }];
  });
}

function regionChanges(before: CatalogData, after: CatalogData): readonly DataChange[] {
  if (before.editions.length === 0) return [];
  const only = (mine: readonly string[], theirs: readonly string[]): readonly string[] =>
    mine.filter((name) => !theirs.includes(name));
  return [
    ...only(before.regions, after.regions).map((subject): DataChange => ({
      level: 'breaking',
      subject,
      text: 'is no longer a region.',
    })),
    ...only(after.regions, before.regions).map((subject): DataChange => ({
      level: 'addition',
      subject,
      text: 'is a new region.',
    })),
  ];
}

/** All that changed from one state of the catalog's data to another, by the catalog's own diff; the gravest first. */
export function compareCatalogs(before: CatalogData, after: CatalogData): readonly DataChange[] {
  const all = [...editionChanges(before, after), ...schemaChanges(before, after), ...regionChanges(before, after)];
  return all.toSorted((one, other) => rank[other.level] - rank[one.level]);
}
