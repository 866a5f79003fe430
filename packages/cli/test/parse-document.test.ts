import { describe, expect, it } from 'vitest';
import { pathText } from '../src/input/document.js';
import { parseDocument } from '../src/input/parse-document.js';
import { Refusal } from '../src/refusal.js';

async function refusalOf(text: string): Promise<string> {
  const outcome = await parseDocument(text, 'w.yaml').catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(Refusal);
  return (outcome as Refusal).message;
}

describe('parseDocument', () => {
  it('takes YAML and JSON alike, tabs included', async () => {
    const yaml = await parseDocument('cloud: public\nextra:\n  - ports: [tcp/443]\n', 'w.yaml');
    const json = await parseDocument('{\n\t"cloud": "public",\n\t"extra": [{ "ports": ["tcp/443"] }]\n}\n', 'w.json');
    expect(json.value).toEqual(yaml.value);
  });

  it('takes a few anchors', async () => {
    const { value } = await parseDocument('a: &net [10.0.0.0/8]\nb: *net\n', 'w.yaml');
    expect(value).toEqual({ a: ['10.0.0.0/8'], b: ['10.0.0.0/8'] });
  });

  it.each([
    ['nothing', '', 'w.yaml: found an empty file, expected a mapping of keys to values'],
    ['comments only', '# nothing\n', 'w.yaml: found an empty file, expected a mapping of keys to values'],
    ['null', 'null\n', 'w.yaml: found an empty file, expected a mapping of keys to values'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'w.yaml:2:1: found a second document, expected one'],
    ['a key twice', 'a: 1\nb:\n  c: 1\n  c: 2\n', 'w.yaml:4:3: found "c" twice, expected each key once'],
    ['a key twice in a list', 'a: [{ b: 1, "b": 2 }]\n', 'w.yaml:1:13: found "b" twice, expected each key once'],
    ['a tag', 'a: !js/function 1\n', 'w.yaml:1:4: Unresolved tag: !js/function, expected YAML or JSON'],
    ['a list as key', '? [a]\n: 1\n', 'w.yaml:1:3: With stringKeys, all keys must be strings, expected YAML or JSON'],
    ['an anchor inside itself', 'extra: &a [*a]\n', /^w\.yaml: found an anchor that contains itself, expected a tree$/],
    ['a stray alias', 'a: *b\n', /^w\.yaml: Unresolved alias .*b, expected few anchors or none$/],
    ['deep nesting', '['.repeat(100_000), /^w\.yaml:1:\d+: found lists nested too deep/],
  ])('refuses %s', async (_what, text, message) => {
    expect(await refusalOf(text)).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
  });

  it('refuses broken syntax at its place, in one line without control characters', async () => {
    expect(await refusalOf('cloud: public\nregion: [eastus2\n')).toMatch(/^w\.yaml:3:1: .*, expected YAML or JSON$/);
    expect(await refusalOf('a: "\u009b31m\n')).toMatch(/^[^\p{Cc}]+$/u);
  });

  it('refuses anchors that multiply', async () => {
    const level = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]\n`;
    const bomb = 'a: &a [1]\n' + level('b', 'a') + level('c', 'b') + level('d', 'c');
    expect(await refusalOf(bomb)).toMatch(/^w\.yaml: Excessive alias count .*, expected few anchors or none$/);
  });

  it('takes a look at many keys in linear time', async () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `key${i}: 1\n`).join('');
    const { value } = await parseDocument(text, 'w.yaml');
    expect(Object.keys(value as object)).toHaveLength(60_000);
  }, 10_000);

  it('does not let a key reach the prototype', async () => {
    const { value } = await parseDocument('__proto__: { cloud: public }\n', 'w.yaml');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });
});

describe('placeOf', () => {
  const text =
    'cloud: public\ncompute:\n  instances: true\nextra:\n  - to: github.com\n    ports: [tcp/443]\nnet: &n { x: 1 }\nsame: *n\n';

  it.each([
    [[], 'value', 1, 1],
    [['cloud'], 'value', 1, 8],
    [['cloud'], 'key', 1, 1],
    [['compute'], 'value', 2, 1],
    [['compute', 'instances'], 'value', 3, 14],
    [['compute', 'missing'], 'value', 2, 1],
    [['extra', 0], 'value', 5, 5],
    [['extra', 0, 'ports', 0], 'value', 6, 13],
    [['extra', 7], 'value', 4, 1],
    [['same', 'x'], 'value', 7, 14],
    [['missing'], 'value', 1, 1],
  ] as const)('finds %j by its %s', async (path, at, line, column) => {
    const { placeOf } = await parseDocument(text, 'w.yaml');
    expect(placeOf(path, at)).toBe(`w.yaml:${line}:${column}`);
  });
});

describe('pathText', () => {
  it('writes a path as people do', () => {
    expect(pathText(['extra', 0, 'ports', 1])).toBe('extra[0].ports[1]');
    expect(pathText(['zones', 'to the internet'])).toBe('zones."to the internet"');
  });
});
