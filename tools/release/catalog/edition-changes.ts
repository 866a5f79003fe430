import { compareEditions, type Edition } from '@azureml-firewall/catalog';
import type { CatalogData } from './catalog-data.js';
import { changeText } from './change-text.js';
import type { DataChange, Level } from './data-change.js';
import { itemsOf } from './items.js';
import { requirementLevel } from './requirement-level.js';

/** What became of an edition that was released before: a correction. Pages that are not held are no excuse for a loss. */
function corrections(before: Edition, after: Edition): readonly DataChange[] {
  const edition = after.edition;
  const plain = (one: Edition): Edition => ({ ...one, references: [] });
  const diff = compareEditions(plain(before), plain(after));
  const requirements = diff.changes.map((change): DataChange => {
    const level = requirementLevel(change.before, change.after);
    return { level, edition, subject: change.requirement, text: changeText(change, level) };
  });
  const items = itemsOf(diff).map(({ level, subject, text }): DataChange => ({ level, edition, subject, text }));
  const told = requirements.length + items.length > 0 || JSON.stringify(before) === JSON.stringify(after);
  const rest: DataChange = {
    level: 'editorial',
    edition,
    subject: edition,
    text: 'has changed in what it says of its pages.',
  };
  return [...requirements, ...items, ...(told ? [] : [rest])];
}

/** Whoever needs an older edition names it: what a newer one drops is news that has to be told, and breaks no promise. */
function withinPromise(level: Level): Level {
  return level === 'breaking' ? 'addition' : level;
}

/** What a new edition means for those who had the one before it: nothing that it drops may go unsaid. */
function ofNewEdition(before: Edition | undefined, after: Edition, isNewest: boolean): readonly DataChange[] {
  const edition = after.edition;
  const holds = isNewest ? 'is new, and holds where no edition is named.' : 'is new.';
  const born: DataChange = { level: 'addition', edition, subject: edition, text: holds };
  if (!before) return [born];
  const diff = compareEditions(before, after);
  const requirements = diff.changes.map((change): DataChange => {
    const level = requirementLevel(change.before, change.after);
    return {
      level: withinPromise(level),
      edition,
      subject: change.requirement,
      text: changeText(change, level),
    };
  });
  const items = itemsOf(diff).map(({ level, subject, text }): DataChange => ({
    level: withinPromise(level),
    edition,
    subject,
    text,
  }));
  return [born, ...requirements, ...items];
}

/** What became of the editions; those that are new are compared with the one that they take the place of. */
export function editionChanges(before: CatalogData, after: CatalogData): readonly DataChange[] {
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
