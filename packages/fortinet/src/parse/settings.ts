import type { Edit, Statement, Word } from '../print/statement.js';

/** The values of a setting, by its name. */
export type Settings = (name: string) => readonly string[];

/** The settings of a body as texts; an empty list where one is missing. */
export function settingsOf(body: readonly Statement[]): Settings {
  const values = new Map<string, readonly Word[]>();
  for (const statement of body) if (statement.kind === 'set') values.set(statement.name, statement.words);
  return (name) => (values.get(name) ?? []).map(({ text }) => text);
}

/** The objects of a table of a body. */
export function editsIn(body: readonly Statement[], path: string): readonly Edit[] {
  return body
    .flatMap((statement) => (statement.kind === 'config' && statement.path === path ? statement.body : []))
    .flatMap((statement) => (statement.kind === 'edit' ? statement : []));
}

/** The body of a table that has settings and no objects. */
export function bodyOf(body: readonly Statement[], path: string): readonly Statement[] {
  return body.flatMap((statement) => (statement.kind === 'config' && statement.path === path ? statement.body : []));
}
