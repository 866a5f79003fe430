import { messageOf } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { ExpectedFiles, Files, OwnCase } from '../adapter.js';
import { check, skipped, type Check, type Faults } from '../check.js';
import { fixtures } from '../fixtures/index.js';
import type { Suite } from '../suite.js';

/** Where two texts part: `rules.txt:3: expected "…", found "…"`. */
function difference(path: string, expected: string | undefined, found: string | undefined): Faults {
  if (expected === found) return [];
  if (expected === undefined) return [`${path} is printed and not expected`];
  if (found === undefined) return [`${path} is expected and not printed`];
  const [wanted, got] = [expected.split('\n'), found.split('\n')];
  const at = wanted.findIndex((line, i) => line !== got[i]);
  const place = at < 0 ? wanted.length : at;
  const [left, right] = [wanted[place] ?? 'the end', got[place] ?? 'the end'];
  return [`${path}:${String(place + 1)}: expected ${JSON.stringify(left)}, found ${JSON.stringify(right)}`];
}

function compare(expected: ExpectedFiles, name: string, files: Files): Faults {
  expected.write?.(name, files);
  const known = expected.read(name);
  const paths = [...new Set([...Object.keys(known), ...Object.keys(files)])].toSorted();
  const of = (all: Files, path: string): string | undefined => (Object.hasOwn(all, path) ? all[path] : undefined);
  return paths.flatMap((path) => difference(path, of(known, path), of(files, path)));
}

function extras<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  { previous, also = [], ...trial }: OwnCase<Options>,
  model: Model,
): readonly Artifact[] {
  const { undo, update, feeds } = suite;
  return [
    ...(also.includes('feeds') ? feeds(trial, model) : []),
    ...(undo && also.includes('undo') ? undo(trial) : []),
    ...(update && previous ? update({ ...trial, policy: previous }, trial) : []),
  ];
}

/** All that a case prints, with the account beside it. */
function filesOf<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  own: OwnCase<Options>,
): Files {
  const { artifacts, outcomes, diagnostics, model } = suite.render(own);
  const said = diagnostics.map(({ code, severity, data }) => ({
    code,
    severity,
    text: messageOf(suite.messages[code], data),
  }));
  const printed = [...artifacts, ...extras(suite, own, model)].map(({ path, text }) => [path, text] as const);
  const account = `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n`;
  return Object.fromEntries([...printed, ['outcomes.json', account]]);
}

function checksOf<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  group: string,
  cases: readonly OwnCase<Options>[],
  expected: ExpectedFiles,
): readonly Check[] {
  return cases.map((own) => check(`${group}: ${own.name}`, () => compare(expected, own.name, filesOf(suite, own))));
}

/** Each fixture and each case of the vendor's own as files in the vendor's syntax, byte for byte. */
export function expectedChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const { expected, own } = suite.adapter;
  const shared = fixtures.map(({ id, policy, previous }): OwnCase<Options> => ({
    name: id,
    policy,
    ...(previous && { previous, also: ['undo', 'feeds'] }),
  }));
  const known = new Set(fixtures.map(({ id }) => id));
  return [
    ...checksOf(suite, 'expected files', shared, expected),
    check('expected files: no folder is left of a fixture that is gone', () =>
      expected.names().flatMap((name) => (known.has(name) ? [] : [`there is no fixture ${name}`])),
    ),
    ...(own ? checksOf(suite, 'own cases', own.cases, own.expected) : [skipped('own cases', 'there are none')]),
  ];
}
