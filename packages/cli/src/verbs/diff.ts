import { diffEditions, diffPlans, type EditionDiff, type EditionId } from '@azureml-firewall/catalog';
import { Option } from 'commander';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import type { Host } from '../host.js';
import { readProfile } from '../input/read-profile.js';
import { editionReport, workspaceReport } from '../output/diff-report.js';
import { json } from '../output/json.js';
import { reportMarkdown, reportText, type Report } from '../output/report.js';
import { styleFor } from '../output/style.js';
import { editionOption, planEditionOptions, refuseHow, widthOptions, type WidthArguments } from './arguments.js';
import { needs } from './needs.js';
import type { AddVerb } from './verb.js';

const formats = ['table', 'json', 'markdown'] as const;

interface Arguments extends WidthArguments {
  readonly from: EditionId;
  readonly to: EditionId;
  readonly profile?: string;
  readonly format: (typeof formats)[number];
  readonly exitCode?: boolean;
}

const help = `
Examples:
  azureml-firewall diff --from 2021-09-14 --to 2026-03-19
  azureml-firewall diff --from 2021-09-14 --to 2026-03-19 --profile workspace.yaml
  azureml-firewall diff --from 2021-09-14 --to 2026-03-19 --format markdown > changes.md`;

/** What was found: as data, for readers, and whether there is anything. */
interface Difference {
  readonly data: unknown;
  readonly report: Report;
  readonly differs: boolean;
}

/** Whether anything differs that is no rule. */
function differsBeside({
  routes,
  inCluster,
  prerequisites,
}: Pick<EditionDiff, 'routes' | 'inCluster' | 'prerequisites'>): boolean {
  return [routes, inCluster, prerequisites].some(({ length }) => length > 0);
}

async function difference(given: Arguments, host: Host): Promise<Difference> {
  const { from, to, profile: file } = given;
  if (file === undefined) {
    refuseHow(given);
    const diff = diffEditions(from, to);
    return { data: diff, report: editionReport(diff), differs: diff.changes.length > 0 || differsBeside(diff) };
  }
  const profile = await readProfile(file, host.cwd);
  const diff = diffPlans(profile, from, to, planEditionOptions(given));
  return {
    data: diff,
    report: workspaceReport(diff, profile),
    differs: diff.gained.length > 0 || diff.lost.length > 0 || differsBeside(diff),
  };
}

async function printDiff(given: Arguments, host: Host): Promise<ExitStatus> {
  const { data, report, differs } = await difference(given, host);
  const print = {
    table: () => reportText(report, styleFor(host.stdout, host.env)),
    json: () => json(data),
    markdown: () => reportMarkdown(report),
  };
  host.stdout.write(print[given.format]());
  return differs && given.exitCode ? exitStatus.attention : exitStatus.done;
}

/** `diff`: what changed between two editions, for everybody or for one workspace. */
export const addDiff: AddVerb = (program, host, settle) => {
  const verb = needs(program.command('diff'), ['from', 'to'])
    .description('what changed between two editions, or what the change means for a workspace')
    .usage('--from <date> --to <date> [--profile <file>] [options]')
    .addOption(editionOption('--from <date>', 'the edition that you have'))
    .addOption(editionOption('--to <date>', 'the edition that you want'))
    .option('--profile <file>', 'the workspace, in YAML or JSON')
    .addOption(new Option('--format <format>', 'how the difference is printed').choices(formats).default('table'))
    .option('--exit-code', 'exit with 1 if there are differences')
    .addHelpText('after', help)
    .action(async (given: Arguments) => {
      settle(await printDiff(given, host));
    });
  for (const option of widthOptions()) verb.addOption(option);
};
