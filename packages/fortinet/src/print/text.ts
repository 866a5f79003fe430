import { lineWriter, type LineWriter } from '@azureml-firewall/renderer-kit';
import type { Edit, Statement, TableBody, Word } from './statement.js';

/** Lines as they are written, and where each policy stands. */
export interface Written {
  readonly lines: LineWriter;
  /** The first and last line of each edit of the policy table, from 1. */
  readonly policies: Map<string, readonly [from: number, to: number]>;
}

function wordText({ text, quoted }: Word): string {
  return quoted ? `"${text}"` : text;
}

function wordsText(words: readonly Word[]): string {
  let text = '';
  for (const word of words) text += text === '' ? wordText(word) : ` ${wordText(word)}`;
  return text;
}

function writeEdit({ key, body }: Edit, indent: string, path: string, written: Written): void {
  const from = written.lines.put(`${indent}edit ${wordText(key)}`);
  for (const statement of body) write(statement, `${indent}    `, path, written);
  const to = written.lines.put(`${indent}next`);
  if (path === 'firewall policy') written.policies.set(key.text, [from, to]);
}

function writeTable({ path, body }: TableBody, indent: string, written: Written): void {
  written.lines.put(`${indent}config ${path}`);
  const inner = `${indent}    `;
  for (const statement of body) write(statement, inner, path, written);
  written.lines.put(`${indent}end`);
}

/** Writes one statement with all below it. */
function write(statement: Statement, indent: string, path: string, written: Written): void {
  switch (statement.kind) {
    case 'set':
      written.lines.put(`${indent}set ${statement.name} ${wordsText(statement.words)}`);
      return;
    case 'command':
      written.lines.put(indent + wordsText(statement.words));
      return;
    case 'edit':
      writeEdit(statement, indent, path, written);
      return;
    case 'config':
      writeTable(statement, indent, written);
  }
}

/** The text of tables, in their virtual domain where there is one. */
export function writeAll(tables: readonly TableBody[], vdom: string | undefined): Written {
  const written: Written = { lines: lineWriter(), policies: new Map() };
  if (tables.length === 0) return written;
  if (vdom !== undefined) for (const line of ['config vdom', `edit ${vdom}`]) written.lines.put(line);
  for (const table of tables) writeTable(table, '', written);
  if (vdom !== undefined) written.lines.put('end');
  return written;
}
