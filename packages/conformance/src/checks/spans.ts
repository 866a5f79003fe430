import { entriesOf } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { Trial } from '../adapter.js';
import { check, type Check, type Faults } from '../check.js';
import type { Suite } from '../suite.js';
import { inEach } from './in-each.js';

/** Anything but a line feed that is no character of a text file. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029\ufeff]/;

function pathFaults(artifacts: readonly Artifact[]): Faults {
  const paths = artifacts.map(({ path }) => path);
  const twice = paths.filter((path, i) => paths.indexOf(path) !== i);
  const odd = paths.filter(
    (path) => !/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(path) || /(^|\/)\.\.?(\/|$)/.test(path),
  );
  return [
    ...twice.map((path) => `the path ${path} is there twice`),
    ...odd.map((path) => `the path ${JSON.stringify(path)} is not relative and plain`),
  ];
}

function fileFaults({ path, text, spans }: Artifact): Faults {
  const count = text.split('\n').length - 1;
  const outside = spans.filter(({ from, to }) => !(Number.isInteger(from) && from >= 1 && from <= to && to <= count));
  return [
    ...(text.endsWith('\n') ? [] : [`${path} does not end with a line feed`]),
    ...(control.test(text) ? [`${path} has a control character`] : []),
    ...outside.map(
      ({ entry, from, to }) =>
        `${path} has ${String(count)} lines; ${entry} is said to stand on ${String(from)} to ${String(to)}`,
    ),
  ];
}

/** What is wrong with the files of a trial: their names, their lines, and where entries are said to stand. */
export function placeFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  const { artifacts } = suite.render(trial);
  const known = new Set(entriesOf(trial.policy).map(({ id }) => id));
  const strangers = artifacts.flatMap(({ spans }) => spans).filter(({ entry }) => !known.has(entry));
  return [
    ...pathFaults(artifacts),
    ...artifacts.flatMap(fileFaults),
    ...strangers.map(({ entry }) => `${entry} is on a line and not in the policy`),
  ];
}

/** Letters and digits: how a vendor writes what is between them is its own. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Lines on which nothing tells whose they are: neither the rule nor a requirement that it meets. */
function untraceable<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  const { artifacts } = suite.render(trial);
  const entries = new Map(entriesOf(trial.policy).map((entry) => [entry.id, entry]));
  return artifacts.flatMap(({ path, text, spans }) => {
    const lines = text.split('\n');
    return spans.flatMap(({ entry, from, to }) => {
      const rule = entries.get(entry)?.rule;
      const here = plain(lines.slice(from - 1, to).join('\n'));
      const names = [rule?.id ?? '', ...(rule?.origins ?? []).map(({ requirement }) => requirement)];
      // A name that a device cuts is known by its start.
      const isNamed = names.some((name) => here.includes(plain(name).slice(0, 20)));
      return isNamed ? [] : [`${path}:${String(from)} carries ${entry} and names neither its rule nor its requirement`];
    });
  });
}

/** Files are text files, and every entry is found on the lines that are said to carry it. */
export function spanChecks<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): readonly Check[] {
  return [
    check('lines: files are plain text, and entries stand on lines that exist', () =>
      inEach(suite.trials, (trial) => placeFaults(suite, trial)),
    ),
    check('lines: what carries an entry names its rule or its requirement', () =>
      inEach(suite.trials, (trial) => untraceable(suite, trial)),
    ),
  ];
}
