import {
  isTargetName,
  loadTarget,
  targetNames,
  type Bound,
  type Prepared,
  type Target,
  type TargetName,
} from '../targets.js';
import type { SourceDocument } from './document.js';
import { refuseIssues, type Issue } from './issue.js';
import { parseDocument } from './parse-document.js';
import { readText } from './read-text.js';
import { shown } from './shown.js';
import { issuesOf } from './zod-issues.js';

/** A target that is ready to render. */
export interface Ready extends Bound {
  readonly name: TargetName;
  readonly target: Target;
}

/** A target with its name. */
export type Named = readonly [name: TargetName, target: Target];

function asMapping(document: SourceDocument): Readonly<Record<string, unknown>> {
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuseIssues(document, [{ path: [], found: shown(value), expected: 'a mapping of targets to options' }]);
  return value as Readonly<Record<string, unknown>>;
}

function unknownTargets(options: Readonly<Record<string, unknown>>): readonly Issue[] {
  return Object.keys(options)
    .filter((name) => !isTargetName(name))
    .map((name) => ({
      path: [name],
      found: 'an unknown target',
      expected: `one of ${targetNames.join(', ')}`,
      key: true,
    }));
}

function issuesIn(
  [name, target]: Named,
  options: unknown,
  prepared: Extract<Prepared, { ok: false }>,
): readonly Issue[] {
  return 'error' in prepared
    ? issuesOf(prepared.error, options, [name], target.optionNames)
    : prepared.faults.map(({ path, refusal }) => ({
        path: [name, ...path.split('.')],
        found: JSON.stringify(refusal.found),
        expected: refusal.expected,
      }));
}

/** Targets with options from outside, and what is wrong with those that are refused. */
function readyWith(
  targets: readonly Named[],
  options: Readonly<Record<string, unknown>>,
): { readonly ready: readonly Ready[]; readonly issues: readonly Issue[] } {
  const issues = [...unknownTargets(options)];
  const ready = targets.flatMap(([name, target]): readonly Ready[] => {
    const mine = options[name] ?? {};
    const prepared = target.prepare(mine);
    if (prepared.ok) return [{ ...prepared.bound, name, target }];
    issues.push(...issuesIn([name, target], mine, prepared));
    return [];
  });
  return { ready, issues };
}

/** What is wrong with the options of targets that are not rendered now: else it would show when they are needed. */
async function issuesBeside(
  targets: readonly Named[],
  options: Readonly<Record<string, unknown>>,
): Promise<readonly Issue[]> {
  const asked = new Set<string>(targets.map(([name]) => name));
  const others = Object.keys(options).filter((name) => !asked.has(name));
  const issues = others.filter(isTargetName).map(async (name) => {
    const [target, given] = [await loadTarget(name), options[name]];
    const prepared = target.prepare(given);
    return prepared.ok ? [] : issuesIn([name, target], given, prepared);
  });
  return (await Promise.all(issues)).flat();
}

/** The targets with the options of a file, or with their defaults where no file is given. All faults are shown at once. */
export async function readyTargets(
  targets: readonly Named[],
  file: string | undefined,
  cwd: string,
): Promise<readonly Ready[]> {
  const document = file === undefined ? undefined : await parseDocument(await readText(file, cwd), file);
  const options = document ? asMapping(document) : {};
  const { ready, issues } = readyWith(targets, options);
  const all = [...issues, ...(await issuesBeside(targets, options))];
  if (document && all.length > 0) throw refuseIssues(document, all);
  return ready;
}

/** The targets with the options that an earlier run had. */
export function readyAgain(
  targets: readonly Named[],
  options: Readonly<Record<string, unknown>>,
  file: string,
): readonly Ready[] {
  const { ready, issues } = readyWith(targets, options);
  if (issues.length > 0) throw refuseIssues({ file, value: options, placeOf: () => file }, issues);
  return ready;
}
