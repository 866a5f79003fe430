import { bare, type Command, type Setting, type Statement, type Word } from '../print/statement.js';

/** Settings that hold a set of names, of which single ones can be added and taken away. */
export const lists: ReadonlySet<string> = new Set([
  'member',
  'srcintf',
  'dstintf',
  'srcaddr',
  'dstaddr',
  'srcaddr6',
  'dstaddr6',
  'service',
]);

function command(verb: string, words: readonly Word[]): Command {
  return { kind: 'command', words: [bare(verb), ...words] };
}

/** `delete "a"`. */
export function deletion(key: Word): Command {
  return command('delete', [key]);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function missingIn(words: readonly Word[], other: readonly Word[]): readonly Word[] {
  const known = new Set(other.map(({ text }) => text));
  return words.filter(({ text }) => !known.has(text));
}

/** Names are taken away before others are added, so that no list is ever too long; one that stays keeps it from being empty. */
function listChange(previous: Setting, next: Setting): readonly Statement[] {
  const [gone, added] = [missingIn(previous.words, next.words), missingIn(next.words, previous.words)];
  if (gone.length === previous.words.length || gone.length + added.length >= next.words.length)
    return gone.length + added.length === 0 ? [] : [next];
  return [
    ...(gone.length > 0 ? [command('unselect', [bare(next.name), ...gone])] : []),
    ...(added.length > 0 ? [command('append', [bare(next.name), ...added])] : []),
  ];
}

function settingChange(previous: Setting | undefined, next: Setting): readonly Statement[] {
  if (!previous) return [next];
  if (lists.has(next.name)) return listChange(previous, next);
  return same(previous, next) ? [] : [next];
}

function nameOf(statement: Statement): string {
  switch (statement.kind) {
    case 'set':
      return `set ${statement.name}`;
    case 'config':
      return `config ${statement.path}`;
    case 'edit':
      return `edit ${statement.key.text}`;
    case 'command':
      return JSON.stringify(statement.words);
  }
}

function removal(statement: Statement): readonly Statement[] {
  if (statement.kind === 'set') return [command('unset', [bare(statement.name)])];
  return statement.kind === 'edit' ? [deletion(statement.key)] : [];
}

function change(previous: Statement | undefined, next: Statement): readonly Statement[] {
  if (next.kind === 'set') return settingChange(previous?.kind === 'set' ? previous : undefined, next);
  if (next.kind === 'command' || previous?.kind !== next.kind) return [next];
  const body = diffBody(previous.body, next.body);
  return body.length === 0 ? [] : [{ ...next, body }];
}

/**
 * The commands that make one body of another. What goes is taken away first: a setting can be out of reach once the one
 * that it depends on has changed.
 */
export function diffBody(previous: readonly Statement[], next: readonly Statement[]): readonly Statement[] {
  const before = new Map(previous.map((statement) => [nameOf(statement), statement]));
  const after = new Set(next.map(nameOf));
  return [
    ...previous.filter((statement) => !after.has(nameOf(statement))).flatMap(removal),
    ...next.flatMap((statement) => change(before.get(nameOf(statement)), statement)),
  ];
}
