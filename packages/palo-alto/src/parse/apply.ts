import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import { grammar, sections, type Section } from '../grammar.js';
import { sectionWords, type Location } from '../location.js';
import { move, remove, setField, type Candidate } from './candidate.js';
import { tokensOf, valuesOf, type Token } from './tokens.js';

/** What a command is about. */
interface Place {
  readonly section: Section;
  readonly name: string;
  readonly rest: readonly Token[];
}

function startsWith(tokens: readonly Token[], words: readonly string[]): boolean {
  return words.every((word, i) => tokens[i]?.text === word);
}

/** The words before the name of an object, by section. */
export type Heads = ReadonlyMap<Section, readonly string[]>;

/** Where each section stands at a location. */
export function headsOf(location: Location): Heads {
  return new Map(sections.map((section) => [section, sectionWords(location, section)]));
}

function placeOf(heads: Heads, tokens: readonly Token[]): Place | undefined {
  for (const [section, words] of heads) {
    const name = tokens[words.length];
    if (name && !name.bracket && startsWith(tokens, words))
      return { section, name: name.text, rest: tokens.slice(words.length + 1) };
  }
  return undefined;
}

const paths = new Map(
  sections.map((section) => [section, Object.keys(grammar[section]).map((path) => ({ path, words: path.split(' ') }))]),
);

/** The field at the start of some words, and what follows it. */
function fieldOf(section: Section, rest: readonly Token[]): { path: string; values: readonly string[] } | undefined {
  for (const { path, words } of paths.get(section) ?? []) {
    const values = startsWith(rest, words) ? valuesOf(rest.slice(words.length)) : undefined;
    if (values) return { path, values };
  }
  return undefined;
}

function applySet(candidate: Candidate, { section, name, rest }: Place): boolean {
  const field = fieldOf(section, rest);
  if (!field || field.values.length === 0) return false;
  setField(candidate, section, name, field.path, field.values);
  return true;
}

function applyDelete(candidate: Candidate, { section, name, rest }: Place): boolean {
  if (rest.length === 0) return remove(candidate, section, name);
  const field = fieldOf(section, rest);
  return field !== undefined && remove(candidate, section, name, field.path, field.values);
}

function applyMove(candidate: Candidate, { section, name, rest }: Place): boolean {
  const [where, anchor, ...more] = rest.map(({ text }) => text);
  if (section !== 'rules' || where === undefined || more.length > 0) return false;
  const alone = where === 'top' || where === 'bottom';
  if (!alone && where !== 'before' && where !== 'after') return false;
  return alone === (anchor === undefined) && move(candidate, name, where, anchor);
}

const verbs: Readonly<Record<string, (candidate: Candidate, place: Place) => boolean>> = {
  set: applySet,
  delete: applyDelete,
  move: applyMove,
};

/** Applies one command; refused when it is none that we write, or speaks of what is not there. */
export function applyLine(candidate: Candidate, heads: Heads, line: string): Parsed<Candidate> {
  const tokens = tokensOf(line);
  if (!tokens.ok) return tokens;
  const [verb, ...words] = tokens.value;
  const place = placeOf(heads, words);
  const apply = verb && !verb.bracket && Object.hasOwn(verbs, verb.text) ? verbs[verb.text] : undefined;
  return apply && place && apply(candidate, place)
    ? accepted(candidate)
    : refused(
        'palo-alto/command',
        line,
        'a set, delete or move command of the kind that is printed, at the same place',
      );
}
