import { accepted, refused, type Parsed, type Refusal } from '../parsed.js';

/** A value of a policy that no renderer may print, and where it stands: `collections[0].rules[2].sources[1].prefix`. */
export interface PolicyFault {
  readonly path: string;
  readonly refusal: Refusal;
}

type Check<T> = (path: string, item: T) => readonly PolicyFault[];

/** The fault of one place. */
export function fault(path: string, code: string, found: string, expected: string): readonly PolicyFault[] {
  return [{ path, refusal: { code, found, expected } }];
}

/** A text against its parser. What is no text is refused as well: types are promises that JavaScript doesn't keep. */
export function checkText(
  path: string,
  text: unknown,
  parse: (text: string) => Parsed<unknown>,
): readonly PolicyFault[] {
  if (typeof text !== 'string') return fault(path, 'policy/not-a-text', typeof text, 'a text');
  const parsed = parse(text);
  return parsed.ok ? [] : [{ path, refusal: parsed.refusal }];
}

/** A parser that also refuses every spelling but the one that it would write itself. */
export function canonical(parse: (text: string) => Parsed<string>): (text: string) => Parsed<string> {
  return (text) => {
    const parsed = parse(text);
    if (!parsed.ok || parsed.value === text) return parsed;
    return refused('policy/not-canonical', text, `its one spelling, ${parsed.value}`);
  };
}

/** A word against its closed list. */
export function checkOneOf(path: string, word: unknown, words: readonly string[]): readonly PolicyFault[] {
  const parse = (text: string): Parsed<string> =>
    words.includes(text) ? accepted(text) : refused('policy/not-in-list', text, `one of ${words.join(', ')}`);
  return checkText(path, word, parse);
}

/** The form of an id of a rule, collection or route. */
export function checkId(text: string): Parsed<string> {
  return text.length <= 100 && /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(text)
    ? accepted(text)
    : refused('policy/id', text, 'lower-case words and digits joined by hyphens or dots, at most 100 characters');
}

/** Every item of a list, each at its own path. */
export function checkItems<T>(path: string, items: readonly T[], check: Check<T>): readonly PolicyFault[] {
  return items.flatMap((item, i) => check(`${path}[${i}]`, item));
}

/** Every item of a list that may not be empty, since an empty list means "none" to one vendor and "any" to the next. */
export function checkEach<T>(path: string, items: readonly T[], check: Check<T>): readonly PolicyFault[] {
  return items.length === 0 ? fault(path, 'policy/empty', '', 'at least one') : checkItems(path, items, check);
}

/** Names that may stand only once among their like: each repetition is a fault of its own place. */
export function checkUnique(names: readonly (readonly [path: string, name: unknown])[]): readonly PolicyFault[] {
  const seen = new Set<string>();
  return names.flatMap(([path, name]) => {
    // What is no text has its own fault already.
    if (typeof name !== 'string') return [];
    if (seen.has(name)) return fault(path, 'policy/duplicate', name, 'each only once');
    seen.add(name);
    return [];
  });
}
