import { compareEditions, type Change, type Edition } from '@azureml-firewall/catalog';
import type { DataChange, Level } from './data-change.js';
import { requirementLevel } from './requirement-level.js';
import { schemaLevel } from './schema-change.js';

/** All data of a catalog that has a meaning for versions. */
export interface CatalogData {
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** JSON Schemas by the names of their files. */
  readonly schemas: Readonly<Record<string, unknown>>;
  /** Names of regions. */
  readonly regions: readonly string[];
}

/** A catalog that holds nothing: what the first release is compared with. */
export const emptyCatalog: CatalogData = { editions: [], schemas: {}, regions: [] };

type ItemChange = Pick<DataChange, 'subject'> & { readonly kind: 'added' | 'removed' | 'changed' };

/** What an edition holds by id beside its requirements, as far as its diff tells of it. */
function itemsOf({ routes, inCluster, prerequisites }: ReturnType<typeof compareEditions>): readonly ItemChange[] {
  const groups = { route: routes, 'traffic in the cluster': inCluster, prerequisite: prerequisites };
  return Object.values(groups).flatMap((group) => group.map(({ item, kind }) => ({ subject: item, kind })));
}

function services(change: Pick<Change, 'added' | 'removed'>, side: 'added' | 'removed'): string {
  const byDestination = new Map<string, Set<string>>();
  for (const { destination, port } of change[side])
    byDestination.set(destination, (byDestination.get(destination) ?? new Set()).add(port));
  return [...byDestination].map(([to, ports]) => `${to} (${[...ports].join(', ')})`).join(', ');
}

const rank: Readonly<Record<Level, number>> = { breaking: 2, addition: 1, editorial: 0 };

function textOf(change: Change, level: Level): string {
  const [gains, losses] = [services(change, 'added'), services(change, 'removed')];
  if (change.kind === 'added') return `is new: ${gains}. ${change.purpose}.`;
  if (change.kind === 'removed') return `is gone: ${losses}. ${change.retired?.note ?? ''}`.trim();
  if (change.kind === 'not-held') return 'stands on a page that is not held for one of the editions.';
  const parts = [...(losses ? [`no longer ${losses}`] : []), ...(gains ? [`now ${gains}`] : [])];
  if (parts.length > 0) return `${level === 'breaking' ? 'asks for less' : 'has changed'}: ${parts.join('; ')}.`;
  return level === 'editorial'
    ? 'says the same in other words or at other places.'
    : `has changed: ${change.impacts.join(', ')}.`;
}

const itemTexts = { added: 'is new.', removed: 'is gone.', changed: 'has changed.' } as const;

/** What became of an edition that was released before: a correction. Pages that are not held are no excuse for a loss. */
function corrections(before: Edition, after: Edition): readonly DataChange[] {
  const edition = after.edition;
  const plain = (one: Edition): Edition => ({ ...one, references: [] });
  const diff = compareEditions(plain(before), plain(after));
  const requirements = diff.changes.map((change): DataChange => {
    const level = requirementLevel(change.before, change.after);
    return { level, edition, subject: change.requirement, text: textOf(change, level) };
  });
  const items = itemsOf(diff).map(({ subject, kind }): DataChange => {
    const level = kind === 'added' ? 'addition' : 'breaking';
    return { level, edition, subject, text: itemTexts[kind] };
  });
  const told = requirements.length + items.length > 0 || JSON.stringify(before) === JSON.stringify(after);
  const rest: DataChange = {
    level: 'editorial',
    edition,
    subject: edition,
    text: 'has changed in what it says of its pages.',
  };
  return [...requirements, ...items, ...(told ? [] : [rest])];
}

/** What a new edition means for those who had the one before it: nothing that it drops may go unsaid. */
function ofNewEdition(before: Edition | undefined, after: Edition, isNewest: boolean): readonly DataChange[] {
  const edition = after.edition;
  const holds = isNewest ? 'is new, and holds where no edition is named.' : 'is new.';
  const born: DataChange = { level: 'addition', edition, subject: edition, text: holds };
  if (!before) return [born];
  const diff = compareEditions(before, after);
  const differs = (change: Change): Level =>
    change.kind === 'not-held' ? 'editorial' : requirementLevel(change.before, change.after);
  const requirements = diff.changes.map((change): DataChange => {
    const level = differs(change);
    // Whoever needs the older one names it: what a newer edition drops is news, and breaks no promise.
    return {
      level: level === 'breaking' ? 'addition' : level,
      edition,
      subject: change.requirement,
      text: textOf(change, level),
    };
  });
  const items = itemsOf(diff).map(({ subject, kind }): DataChange => {
    return { level: 'addition', edition, subject, text: itemTexts[kind] };
  });
  return [born, ...requirements, ...items];
}

function editionChanges(before: CatalogData, after: CatalogData): readonly DataChange[] {
  const old = new Map(before.editions.map((one) => [one.edition, one]));
  const newestOld = before.editions.at(-1)?.edition ?? '';
  const gone = before.editions.filter(({ edition }) => !after.editions.some((one) => one.edition === edition));
  const changes = after.editions.flatMap((edition, i) => {
    const same = old.get(edition.edition);
    if (same) return corrections(same, edition);
    // The first release holds nothing that anybody could miss, and an edition of the past replaces none.
    const replaces = newestOld !== '' && edition.edition > newestOld ? after.editions[i - 1] : undefined;
    return ofNewEdition(replaces, edition, i === after.editions.length - 1);
  });
  const losses = gone.map(({ edition }): DataChange => ({
    level: 'breaking',
    edition,
    subject: edition,
    text: 'is no longer held.',
  }));
  return [...losses, ...changes];
}

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
