import type { ProfileIssue } from './profile-error.js';
import { profileShape, type Shape } from './shape.js';
import { shown } from './shown.js';

type Path = readonly (string | number)[];

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function issue(path: Path, value: unknown, expected: string): readonly ProfileIssue[] {
  return [{ path, found: shown(value), expected }];
}

type Fields = Extract<Shape, { readonly is: 'fields' }>;

function checkFields(path: Path, value: unknown, { fields, needed }: Fields): readonly ProfileIssue[] {
  if (!isMap(value)) return issue(path, value, 'a map of keys');
  const said: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  const known = Object.entries(fields);
  const expected = `one of ${Object.keys(fields).join(', ')}`;
  const strays = [...said.keys()].filter((key) => !Object.hasOwn(fields, key));
  return [
    ...known.flatMap(([key, shape]) =>
      said.get(key) === undefined && !needed.includes(key) ? [] : check([...path, key], said.get(key), shape),
    ),
    ...strays.map((key): ProfileIssue => ({ path: [...path, key], found: 'an unknown key', expected })),
  ];
}

function checkList(path: Path, value: unknown, of: Shape): readonly ProfileIssue[] {
  if (!Array.isArray(value)) return issue(path, value, 'a list');
  return value.flatMap((item: unknown, i) => check([...path, i], item, of));
}

function checkMap(path: Path, value: unknown, of: Shape): readonly ProfileIssue[] {
  if (!isMap(value)) return issue(path, value, 'a map of keys');
  return Object.entries(value).flatMap(([key, item]) => check([...path, key], item, of));
}

function checkSources(path: Path, value: unknown, list: Shape, byRole: Shape): readonly ProfileIssue[] {
  if (!isMap(value) && !Array.isArray(value))
    return issue(path, value, 'a list of prefixes, or lists of prefixes by role');
  return check(path, value, Array.isArray(value) ? list : byRole);
}

function check(path: Path, value: unknown, shape: Shape): readonly ProfileIssue[] {
  switch (shape.is) {
    case 'boolean':
      return typeof value === shape.is ? [] : issue(path, value, 'true or false');
    case 'string':
      return typeof value === shape.is ? [] : issue(path, value, 'a text');
    case 'word':
      return shape.words.some((one) => one === value) ? [] : issue(path, value, `one of ${shape.words.join(', ')}`);
    case 'list':
      return checkList(path, value, shape.of);
    case 'map':
      return checkMap(path, value, shape.of);
    case 'sources':
      return checkSources(path, value, shape.list, shape.byRole);
    case 'fields':
      return checkFields(path, value, shape);
  }
}

/**
 * What of a profile would be lost in silence or end in a TypeError: unknown keys, values of another kind, unknown words,
 * cloud or region left out. What is present but undefined says nothing.
 */
export function checkShape(input: unknown): readonly ProfileIssue[] {
  return check([], input, profileShape);
}
