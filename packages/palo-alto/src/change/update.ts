import { lineWriter, type Artifact, type Context } from '@azureml-firewall/renderer-kit';
import { entriesOfConfig } from '../entries.js';
import type { ConfigEntry } from '../grammar.js';
import type { PanosModel } from '../model.js';
import type { PaloAltoOptions } from '../options.js';
import { firstPlace, moveLine } from '../print/move.js';
import { quote } from '../print/quote.js';
import { addEntryLines, objectWords } from '../print/set.js';
import { addChanges } from './fields.js';
import { movesOf } from './moves.js';

const key = ({ section, name }: ConfigEntry): string => `${section} ${name}`;

function namesOf({ config }: PanosModel): readonly string[] {
  return config.rules.map(({ name }) => name);
}

function orderLines(previous: PanosModel, next: PanosModel, options: PaloAltoOptions): readonly string[] {
  return movesOf(namesOf(previous), namesOf(next)).flatMap(({ rule, where, anchor }) => {
    if (anchor !== undefined) return [moveLine(options, rule, `${where} ${quote(anchor)}`)];
    return options.position === 'bottom' ? [] : [moveLine(options, rule, firstPlace(options))];
  });
}

/**
 * The fewest commands from one configuration to the next. What is new comes first, in the order of its use, then what
 * changes, then what goes, each object after all that named it; moves come last.
 */
export function update(
  previous: PanosModel,
  next: PanosModel,
  { options }: Context<PaloAltoOptions>,
): readonly Artifact[] {
  const [before, after] = [[...entriesOfConfig(previous.config)], [...entriesOfConfig(next.config)]];
  const old = new Map(before.map((entry) => [key(entry), entry]));
  const kept = new Set(after.map(key));
  const words = objectWords(options);
  const lines = lineWriter();
  for (const entry of after) {
    const known = old.get(key(entry));
    if (known) addChanges(lines, words(entry), known, entry);
    else addEntryLines(lines, words(entry), entry);
  }
  for (const entry of before.toReversed()) if (!kept.has(key(entry))) lines.put(`delete ${words(entry)}`);
  for (const line of orderLines(previous, next, options)) lines.put(line);
  return lines.count() === 0 ? [] : [{ path: 'update.set', text: lines.text(), spans: [] }];
}
