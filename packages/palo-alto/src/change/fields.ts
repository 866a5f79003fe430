import { holdsOf, type ConfigEntry, type Field } from '../grammar.js';
import { fieldLines } from '../print/set.js';
import { quote } from '../print/quote.js';

function changedField(object: string, entry: ConfigEntry, before: readonly string[], field: Field): readonly string[] {
  const { section } = entry;
  const { path, values } = field;
  const added = values.filter((value) => !before.includes(value));
  if (holdsOf(section, path) === 'one') return added.length === 0 ? [] : fieldLines(object, section, field);
  const removed = before.filter((value) => !values.includes(value));
  return [
    // Before anything goes, what is new has to be there: an empty list would be refused, or mean something else.
    ...(added.length === 0 ? [] : fieldLines(object, section, { path, values: added })),
    ...removed.map((value) => `delete ${object} ${path} ${quote(value)}`),
  ];
}

/** The commands that make of an object another of the same name. */
export function changeLines(object: string, previous: ConfigEntry, next: ConfigEntry): readonly string[] {
  const before = new Map(previous.fields.map(({ path, values }) => [path, values]));
  const kept = new Set(next.fields.map(({ path }) => path));
  const gone = previous.fields.filter(({ path }) => !kept.has(path));
  return [
    ...next.fields.flatMap((field) => changedField(object, next, before.get(field.path) ?? [], field)),
    ...gone.map(({ path }) => `delete ${object} ${path}`),
  ];
}
