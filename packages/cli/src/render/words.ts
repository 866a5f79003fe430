import { join, resolve } from 'node:path';
import type { EditionId } from '@azureml-firewall/catalog';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import type { TargetName } from '../targets.js';
import type { HowArguments } from '../verbs/arguments.js';
import { renderingFile } from './rendering-file.js';

/** The words after `render`. */
export interface RenderArguments extends HowArguments {
  readonly profile?: string;
  readonly target: readonly TargetName[];
  readonly out?: string;
  readonly options?: string;
  readonly serviceTags?: string;
  readonly strict?: boolean;
  readonly feeds?: boolean;
  readonly acceptShrunk?: boolean;
  /** The file of an earlier run, where one is named. */
  readonly undo?: true | string;
  readonly updateFrom?: string;
  readonly previousProfile?: string;
  readonly previousEdition?: EditionId;
  readonly previousServiceTags?: string;
}

const previousWords = {
  previousProfile: '--previous-profile',
  previousEdition: '--previous-edition',
  previousServiceTags: '--previous-service-tags',
} as const;

/** The words that say what is on the firewall without a file of an earlier run. */
function saidOfPrevious(given: RenderArguments): readonly string[] {
  const named = Object.entries(previousWords) as [keyof typeof previousWords, string][];
  return named.filter(([name]) => given[name] !== undefined).map(([, flag]) => flag);
}

/** Whether the commands between two renderings are asked for. */
export function isUpdate(given: RenderArguments): boolean {
  return given.updateFrom !== undefined || saidOfPrevious(given).length > 0;
}

function refuseTogether(flag: string, others: readonly (string | false | undefined)[]): void {
  const [other] = others.filter(Boolean);
  if (other) throw new Refusal(`${flag}: found ${other} with it, expected one or the other`);
}

/** The undo of an earlier run knows all from its file. */
function refuseBesideFile(given: RenderArguments): void {
  const known = ['profile', 'edition', 'addressing', 'breadth', 'roles', 'serviceTags', 'strict', 'feeds'] as const;
  const found = known.find((name) => given[name] !== undefined);
  if (found === undefined) return;
  const flag = found === 'serviceTags' ? 'service-tags' : found;
  throw new Refusal(
    `--undo ${printable(String(given.undo))}: found --${flag} with it, expected only --target, --options and --out`,
  );
}

/** What an update starts from is not to be lost before the update has been applied. */
function refuseOverwriting({ updateFrom, out }: RenderArguments, cwd: string): void {
  if (updateFrom === undefined || out === undefined) return;
  if (resolve(cwd, updateFrom) === resolve(cwd, out, renderingFile))
    throw new Refusal(
      `--out ${printable(out)}: found ${printable(join(out, renderingFile))} there, from which the update starts; expected another directory`,
    );
}

/** Refuses words that say nothing together, before anything is read. */
export function refuseWords(given: RenderArguments, cwd: string): void {
  const { undo, updateFrom, feeds, acceptShrunk, out } = given;
  const previous = saidOfPrevious(given);
  if (undo !== undefined) refuseTogether('--undo', [updateFrom !== undefined && '--update-from', ...previous]);
  if (updateFrom !== undefined) refuseTogether('--update-from', previous);
  if (typeof undo === 'string') refuseBesideFile(given);
  else if (given.profile === undefined) throw new Refusal("required option '--profile <file>' not specified");
  if (feeds && out === undefined) throw new Refusal('--feeds: files are written, expected --out with it');
  if (acceptShrunk && !feeds) throw new Refusal('--accept-shrunk: says what feeds may be, expected --feeds with it');
  refuseOverwriting(given, cwd);
}
