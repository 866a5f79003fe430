import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import { entriesOfConfig } from '../entries.js';
import type { ConfigEntry } from '../grammar.js';
import type { PanosModel } from '../model.js';
import type { PaloAltoOptions } from '../options.js';
import { firstPlace, moveLine } from '../print/move.js';
import { quote } from '../print/quote.js';
import { addEntryLines, objectWords } from '../print/set.js';
import { changeLines } from './fields.js';
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
  const made: string[] = [];
  for (const entry of after) {
    const known = old.get(key(entry));
    if (known) for (const line of changeLines(words(entry), known, entry)) made.push(line);
    else addEntryLines(made, words(entry), entry);
  }
  const gone = before
    .filter((entry) => !kept.has(key(entry)))
    .toReversed()
    .map((entry) => `delete ${words(entry)}`);
  const lines = [...made, ...gone, ...orderLines(previous, next, options)];
  return lines.length === 0 ? [] : [{ path: 'update.set', text: `${lines.join('\n')}\n`, spans: [] }];
}
