import type { Policy } from '@azureml-firewall/rule-model';
import { readyAgain, readyTargets, type Named, type Ready } from '../input/read-options.js';
import { printable } from '../output/printable.js';
import { planOptions } from '../verbs/arguments.js';
import { version } from '../version.js';
import { plannedPolicy } from './planned.js';
import { readRendering, refuseOtherOptions, type SavedRendering } from './rendering-file.js';
import { isUpdate, type RenderArguments } from './words.js';

/** What is on the firewall. */
export interface Previous {
  readonly policy: Policy;
  /** The file of the run that put it there, where one is named. */
  readonly saved?: SavedRendering;
}

/** What is on the firewall, as the words say; nothing where they ask for no update. Words that are not said again hold. */
export async function previousOf(given: RenderArguments, cwd: string): Promise<Previous | undefined> {
  const { updateFrom, profile = '' } = given;
  if (!isUpdate(given)) return undefined;
  if (updateFrom !== undefined) {
    const saved = await readRendering(updateFrom, cwd);
    return { policy: saved.policy, saved };
  }
  const edition = given.previousEdition ?? given.edition;
  const input = {
    profile: given.previousProfile ?? profile,
    options: planOptions({ ...given, ...(edition && { edition }) }),
    serviceTags: given.previousServiceTags ?? given.serviceTags,
  };
  return { policy: (await plannedPolicy(input, cwd)).policy };
}

/** The targets with the options of the words; where they name none, with those of the earlier run, if there is one. */
export async function readyLike(
  saved: SavedRendering | undefined,
  targets: readonly Named[],
  { options, updateFrom, undo }: RenderArguments,
  cwd: string,
): Promise<readonly Ready[]> {
  if (!saved) return readyTargets(targets, options, cwd);
  const file = updateFrom ?? String(undo);
  const mine = Object.fromEntries(targets.map(([name]) => [name, saved.options[name]]));
  const ready =
    options === undefined ? readyAgain(targets, mine, printable(file)) : await readyTargets(targets, options, cwd);
  refuseOtherOptions(saved, ready, file);
  return ready;
}

/** Another version may give objects other names, which the commands would then not find. */
export function otherVersionText(saved: SavedRendering | undefined, file = ''): string {
  if (!saved || saved.version === version) return '';
  return `warning: ${printable(file)} is of version ${printable(saved.version)}, this is ${version}: names of objects may differ, compare before you apply the commands\n`;
}
