import { lineWriter, type Artifact, type Context, type LineWriter, type Span } from '@azureml-firewall/renderer-kit';
import { entriesOfConfig } from '../entries.js';
import { holdsOf, sections, type ConfigEntry, type Field, type Section } from '../grammar.js';
import { sectionWords } from '../location.js';
import type { PanosModel } from '../model.js';
import type { PaloAltoOptions } from '../options.js';
import { moveLines } from './move.js';
import { quote } from './quote.js';

/** The start of all commands about one object: a function, since the words before its name are the same for thousands. */
export function objectWords(options: PaloAltoOptions): (entry: Pick<ConfigEntry, 'section' | 'name'>) => string {
  const heads = new Map(sections.map((section) => [section, sectionWords(options, section).map(quote).join(' ')]));
  return ({ section, name }) => `${heads.get(section) ?? section} ${quote(name)}`;
}

/** Adds the commands that give a field its values; what may be long stands on a line for each, so that lines compare well. */
export function addFieldLines(lines: LineWriter, object: string, section: Section, { path, values }: Field): void {
  if (values.length !== 1 && holdsOf(section, path) !== 'lines')
    lines.put(`set ${object} ${path} [ ${values.map(quote).join(' ')} ]`);
  else for (const value of values) lines.put(`set ${object} ${path} ${quote(value)}`);
}

/** Adds the commands that make an object. */
export function addEntryLines(lines: LineWriter, object: string, { section, fields }: ConfigEntry): void {
  for (const field of fields) addFieldLines(lines, object, section, field);
}

/** Set commands, for configure mode. */
export function printSet({ config, carriers }: PanosModel, { options }: Context<PaloAltoOptions>): Artifact {
  const lines = lineWriter();
  const spans: Span[] = [];
  const words = objectWords(options);
  for (const entry of entriesOfConfig(config)) {
    const from = lines.count() + 1;
    addEntryLines(lines, words(entry), entry);
    if (entry.section === 'rules')
      for (const carried of carriers[entry.name] ?? []) spans.push({ entry: carried, from, to: lines.count() });
  }
  const rules = config.rules.map(({ name }) => name);
  for (const line of moveLines(options, rules)) lines.put(line);
  return { path: 'config.set', text: lines.text(), spans };
}
