import type { LineWriter } from '@azureml-firewall/renderer-kit';
import { holdsOf, type ConfigEntry, type Field, type Section } from '../grammar.js';
import { addFieldLines } from '../print/set.js';
import { quote } from '../print/quote.js';

function addChange(
  lines: LineWriter,
  object: string,
  section: Section,
  before: readonly string[],
  { path, values }: Field,
): void {
  const known = new Set(before);
  const added = values.filter((value) => !known.has(value));
  // Before anything goes, what is new has to be there: an empty list would be refused, or mean something else.
  if (added.length > 0) addFieldLines(lines, object, section, { path, values: added });
  if (holdsOf(section, path) === 'one') return;
  const kept = new Set(values);
  for (const value of before) if (!kept.has(value)) lines.put(`delete ${object} ${path} ${quote(value)}`);
}

/** Adds the commands that make of an object another of the same name. */
export function addChanges(lines: LineWriter, object: string, previous: ConfigEntry, next: ConfigEntry): void {
  const before = new Map(previous.fields.map(({ path, values }) => [path, values]));
  for (const field of next.fields) addChange(lines, object, next.section, before.get(field.path) ?? [], field);
  const kept = new Set(next.fields.map(({ path }) => path));
  for (const { path } of previous.fields) if (!kept.has(path)) lines.put(`delete ${object} ${path}`);
}
