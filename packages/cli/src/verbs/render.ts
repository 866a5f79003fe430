import { catalogMessages, plan } from '@azureml-firewall/catalog';
import type { Rendering } from '@azureml-firewall/renderer-kit';
import { messageOf, type Diagnostic, type Messages } from '@azureml-firewall/rule-model';
import { serviceTagMessages } from '@azureml-firewall/service-tags';
import { InvalidArgumentError } from 'commander';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import type { Host } from '../host.js';
import { readyTargets, type Ready } from '../input/read-options.js';
import { readProfile } from '../input/read-profile.js';
import { printArtifacts, saveArtifacts, staleText } from '../output/artifacts.js';
import { findingsText } from '../output/findings.js';
import { paintFor } from '../output/paint.js';
import { styleFor } from '../output/style.js';
import { printable } from '../output/printable.js';
import { summaryTable } from '../output/summary-table.js';
import { verdictTable } from '../output/verdict-table.js';
import { Refusal } from '../refusal.js';
import { isTargetName, loadTarget, targetNames, type TargetName } from '../targets.js';
import { editionOption, planOptions, widthOptions, type PlanArguments } from './arguments.js';
import { datedPolicy } from './dated-policy.js';
import { needs } from './needs.js';
import type { AddVerb } from './verb.js';

interface Arguments extends PlanArguments {
  readonly target: readonly TargetName[];
  readonly out?: string;
  readonly options?: string;
  readonly serviceTags?: string;
  readonly strict?: boolean;
}

const help = `
Targets: ${targetNames.join(', ')}

Examples:
  azureml-firewall render --profile workspace.yaml --target azure-firewall > rules.json
  azureml-firewall render --profile workspace.yaml --target all --out firewall --strict

The options file is a mapping of targets to their options:
  azure-firewall: { policyName: hub-policy, groupPriority: 400 }`;

/** `a,b` or `all`, in the order of the table of targets, each once. */
function parseTargets(text: string): readonly TargetName[] {
  const named = text.split(',').map((name) => name.trim());
  const unknown = named.find((name) => name !== 'all' && !isTargetName(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `Unknown target "${printable(unknown)}". Allowed are ${targetNames.join(', ')}, or all.`,
    );
  return targetNames.filter((name) => named.includes(name) || named.includes('all'));
}

/** An empty word is a shell variable that is not set, not the current directory. */
function parseDirectory(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Found an empty path, expected a directory.');
  return text;
}

function statusOf(renderings: readonly Rendering<unknown>[], strict: boolean): ExitStatus {
  // Nothing at all is something to look at as well.
  const exact = renderings.every(
    ({ outcomes }) => outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'exact'),
  );
  return strict && !exact ? exitStatus.attention : exitStatus.done;
}

function messagesOf(ready: readonly Ready[]): Messages {
  const all = [catalogMessages, serviceTagMessages, ...ready.map(({ target }) => target.messages)];
  return Object.fromEntries(all.flatMap((texts) => Object.entries(texts)));
}

/**
 * No document that was published has had a tag without addresses: one that has is broken, and rules made from it would
 * shut out what they are for.
 */
function refuseEmptyTags(diagnostics: readonly Diagnostic[], file = ''): void {
  const empty = diagnostics.filter(({ code }) => code === 'service-tags/empty-tag');
  if (empty.length === 0) return;
  const texts = empty.map(({ data }) => messageOf(serviceTagMessages['service-tags/empty-tag'], data));
  throw new Refusal(...texts.map((text) => `${printable(file)}: ${text}`));
}

async function renderTargets(given: Arguments, host: Host): Promise<ExitStatus> {
  const profile = await readProfile(given.profile, host.cwd);
  const named = await Promise.all(given.target.map(async (name) => [name, await loadTarget(name)] as const));
  const ready = await readyTargets(named, given.options, host.cwd);
  const planned = plan(profile, planOptions(given));
  const { policy, diagnostics } = await datedPolicy(planned.policy, given.serviceTags, host.cwd);
  refuseEmptyTags(diagnostics, given.serviceTags);
  const renderings = ready.map(({ render }) => render(policy));
  const outcomes = renderings.flatMap((rendering) => rendering.outcomes);

  const { out } = given;
  const written = out === undefined ? [] : await saveArtifacts(renderings, out, host.cwd);
  if (out === undefined) printArtifacts(renderings, host);
  else host.stdout.write(verdictTable(policy, outcomes, styleFor(host.stdout, host.env)));
  const findings = findingsText(
    [...planned.diagnostics, ...diagnostics, ...renderings.flatMap((rendering) => rendering.diagnostics)],
    messagesOf(ready),
    paintFor(host.stderr, host.env),
  );
  const summary = summaryTable(outcomes, styleFor(host.stderr, host.env));
  const wrote = written.map((name) => `wrote ${name}\n`).join('');
  const stale = out === undefined ? '' : await staleText(renderings, out, host.cwd);
  host.stderr.write([findings, summary, wrote + stale].filter(Boolean).join('\n'));
  return statusOf(renderings, given.strict === true);
}

/** `render`: vendor configuration from a profile. */
export const addRender: AddVerb = (program, host, settle) => {
  const verb = needs(program.command('render'), ['profile', 'target'])
    .description('the rules in the configuration of a firewall')
    .usage('--profile <file> --target <names> [options]')
    .option('--profile <file>', 'the workspace, in YAML or JSON')
    .option('--target <names>', 'targets separated by commas, or all', parseTargets)
    .option('--out <directory>', 'write files there instead of printing the main one', parseDirectory)
    .option(
      '--service-tags <file>',
      'gives service tags their addresses: the weekly download, or the answer of the API',
    )
    .option('--options <file>', 'options of the targets, in YAML or JSON')
    .addOption(editionOption())
    .option('--strict', 'exit with 1 if a verdict is not exact')
    .addHelpText('after', help)
    .action(async (given: Arguments) => {
      settle(await renderTargets(given, host));
    });
  for (const option of widthOptions()) verb.addOption(option);
};
