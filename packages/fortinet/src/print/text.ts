import type { Edit, Statement, Word } from './statement.js';

/** Lines as they are written, and where each policy stands. */
export interface Written {
  readonly lines: string[];
  /** The first and last line of each edit of the policy table, from 1. */
  readonly policies: Map<string, readonly [from: number, to: number]>;
}

function wordText({ text, quoted }: Word): string {
  return quoted ? `"${text}"` : text;
}

function wordsText(words: readonly Word[]): string {
  return words.map(wordText).join(' ');
}

function writeEdit({ key, body }: Edit, indent: string, path: string, written: Written): void {
  const from = written.lines.push(`${indent}edit ${wordText(key)}`);
  for (const statement of body) write(statement, `${indent}    `, path, written);
  const to = written.lines.push(`${indent}next`);
  if (path === 'firewall policy') written.policies.set(key.text, [from, to]);
}

/** Writes one statement with all below it. */
export function write(statement: Statement, indent: string, path: string, written: Written): void {
  switch (statement.kind) {
    case 'set':
      written.lines.push(`${indent}set ${statement.name} ${wordsText(statement.words)}`);
      return;
    case 'command':
      written.lines.push(indent + wordsText(statement.words));
      return;
    case 'edit':
      writeEdit(statement, indent, path, written);
      return;
    case 'config':
      written.lines.push(`${indent}config ${statement.path}`);
      for (const inner of statement.body) write(inner, `${indent}    `, statement.path, written);
      written.lines.push(`${indent}end`);
  }
}

/** The text of tables, in their virtual domain where there is one. */
export function writeAll(tables: readonly Statement[], vdom: string | undefined): Written {
  const written: Written = { lines: [], policies: new Map() };
  if (tables.length === 0) return written;
  if (vdom !== undefined) written.lines.push('config vdom', `edit ${vdom}`);
  for (const table of tables) write(table, '', '', written);
  if (vdom !== undefined) written.lines.push('end');
  return written;
}
