import { bare, quoted, set, type Edit, type Setting, type Statement } from '../print/statement.js';
import { lists } from './diff-body.js';

function settingsOf({ body }: Edit): ReadonlyMap<string, Setting> {
  return new Map(body.flatMap((one) => (one.kind === 'set' ? [[one.name, one] as const] : [])));
}

function isAll({ words }: Setting): boolean {
  return words.some(({ text }) => text === 'all');
}

function union(a: Setting, b: Setting): Setting {
  // "all" stands alone.
  if (isAll(a) || isAll(b)) return isAll(a) ? a : b;
  const known = new Set(a.words.map(({ text }) => text));
  return { ...a, words: [...a.words, ...b.words.filter(({ text }) => !known.has(text))] };
}

function intersection(a: Setting, b: Setting): Setting {
  if (isAll(a) || isAll(b)) return isAll(a) ? b : a;
  const wanted = new Set(b.words.map(({ text }) => text));
  return { ...a, words: a.words.filter(({ text }) => wanted.has(text)) };
}

/** An object with all names of its lists before and after. */
export function grown(previous: Edit, next: Edit): Edit {
  const [before, after] = [settingsOf(previous), settingsOf(next)];
  const body = previous.body.map((one): Statement => {
    const other = one.kind === 'set' && lists.has(one.name) ? after.get(one.name) : undefined;
    return one.kind === 'set' && other ? union(one, other) : one;
  });
  const added = [...after.values()].filter(({ name }) => lists.has(name) && !before.has(name));
  return { ...previous, body: [...body, ...added] };
}

/** An object with the names that its lists have before and after; nothing where a list would be empty. */
export function narrowed(previous: Edit, next: Edit): Edit | undefined {
  const after = settingsOf(next);
  const body = previous.body.flatMap((one): readonly Statement[] => {
    if (one.kind !== 'set' || !lists.has(one.name)) return [one];
    const other = after.get(one.name);
    return other ? [intersection(one, other)] : [];
  });
  const kept = settingsOf({ ...previous, body });
  const hasSide = kept.has('dstaddr') || kept.has('dstaddr6');
  return hasSide && [...kept.values()].every(({ words }) => words.length > 0) ? { ...previous, body } : undefined;
}

function withSetting(edit: Edit, setting: Setting): Edit {
  const body = edit.body.map((one) => (one.kind === 'set' && one.name === setting.name ? setting : one));
  return { ...edit, body };
}

/** A policy that is there and not in force. */
export function stopped(edit: Edit): Edit {
  return withSetting(edit, set('status', bare('disable')));
}

/** A policy under another name. */
export function renamed(edit: Edit, name: string): Edit {
  return withSetting(edit, set('name', quoted(name)));
}
