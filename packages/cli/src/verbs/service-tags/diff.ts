import { plan } from '@azureml-firewall/catalog';
import {
  diffServiceTags,
  resolveServiceTags,
  rulesAffected,
  usedTags,
  type AffectedRule,
  type ServiceTagDiff,
  type ServiceTagDocument,
} from '@azureml-firewall/service-tags';
import { exitStatus, type ExitStatus } from '../../exit-status.js';
import type { Host } from '../../host.js';
import { readProfile } from '../../input/read-profile.js';
import { readTags, readTagsOf } from '../../input/read-tags.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { reportText } from '../../output/report.js';
import { styleFor } from '../../output/style.js';
import { tagsReport } from '../../output/tags-report.js';
import { Refusal } from '../../refusal.js';
import {
  editionOption,
  planOptions,
  refuseHow,
  widthOptions,
  type HowArguments,
  type PlanArguments,
} from '../arguments.js';
import type { AddVerb } from '../verb.js';
import { formatOption } from './options.js';

interface Arguments extends HowArguments {
  readonly profile?: string;
  readonly format: 'table' | 'json';
  readonly exitCode?: boolean;
}

/** What differs, and which rules of a profile that touches. */
interface Difference {
  readonly diff: ServiceTagDiff;
  readonly rules?: readonly AffectedRule[];
}

const help = `
Examples:
  azureml-firewall service-tags diff ServiceTags_Public_20250804.json ServiceTags_Public_20251028.json
  azureml-firewall service-tags diff old.json new.json --profile workspace.yaml --exit-code`;

function compare(before: ServiceTagDocument, after: ServiceTagDocument, file: string): ServiceTagDiff {
  const compared = diffServiceTags(before, after);
  if (compared.ok) return compared.value;
  const { found, expected } = compared.refusal;
  throw new Refusal(`${printable(file)}: found ${found}, expected ${expected}`);
}

/** What of a difference is about some tags. */
function about(diff: ServiceTagDiff, tags: ReadonlySet<string>): ServiceTagDiff {
  const mine = <T extends { readonly tag: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ tag }) => tags.has(tag));
  return { ...diff, changed: mine(diff.changed), created: mine(diff.created), gone: mine(diff.gone) };
}

/** The difference for everybody. */
async function publicDifference(old: string, current: string, { cwd }: Host): Promise<Difference> {
  const [before, after] = [await readTags(old, cwd), await readTags(current, cwd)];
  return { diff: compare(before.document, after.document, current) };
}

/** The difference for one workspace: of the tags that its plan names. */
async function ownDifference(
  old: string,
  current: string,
  given: PlanArguments,
  { cwd }: Host,
): Promise<Required<Difference>> {
  const { policy } = plan(await readProfile(given.profile, cwd), planOptions(given));
  const [before, after] = [await readTagsOf(policy.cloud, old, cwd), await readTagsOf(policy.cloud, current, cwd)];
  const diff = compare(before.document, after.document, current);
  // Resolved by both, so that its tags are spelt as in the documents, those that came and those that went.
  const spelt = [before.document, after.document].reduce((so, one) => resolveServiceTags(so, one).policy, policy);
  const tags = new Set(usedTags(spelt).map(({ tag }) => tag));
  return { diff: about(diff, tags), rules: rulesAffected(spelt, diff) };
}

async function printDiff(old: string, current: string, given: Arguments, host: Host): Promise<ExitStatus> {
  const { profile } = given;
  if (profile === undefined) refuseHow(given);
  const { diff, rules } =
    profile === undefined
      ? await publicDifference(old, current, host)
      : await ownDifference(old, current, { ...given, profile }, host);
  const print = {
    table: () => reportText(tagsReport(diff, rules), styleFor(host.stdout, host.env)),
    json: () => json({ ...diff, ...(rules && { rules }) }),
  };
  host.stdout.write(print[given.format]());
  const differs = [diff.changed, diff.created, diff.gone].some((list) => list.length > 0);
  return differs && given.exitCode ? exitStatus.attention : exitStatus.done;
}

/** `service-tags diff`: what changed from one document to another, for everybody or for one workspace. */
export const addTagsDiff: AddVerb = (group, host, settle) => {
  const verb = group
    .command('diff')
    .description('what changed from one document to a later one, for everybody or for a workspace')
    .argument('<old>', 'the document in use so far')
    .argument('<new>', 'a later document of the same cloud and kind')
    .option('--profile <file>', 'only the tags of this workspace, and which of its rules change')
    .addOption(editionOption())
    .addOption(formatOption())
    .option('--exit-code', 'exit with 1 if there are differences')
    .addHelpText('after', help)
    .action(async (old: string, current: string, given: Arguments) => {
      settle(await printDiff(old, current, given, host));
    });
  for (const option of widthOptions()) verb.addOption(option);
};
