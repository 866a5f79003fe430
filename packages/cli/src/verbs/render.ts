import { join } from 'node:path';
import { catalogMessages } from '@azureml-firewall/catalog';
import type { Rendering } from '@azureml-firewall/renderer-kit';
import type { Messages, Policy } from '@azureml-firewall/rule-model';
import { serviceTagMessages } from '@azureml-firewall/service-tags';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import type { Host } from '../host.js';
import type { Named, Ready } from '../input/read-options.js';
import { printArtifacts, saveArtifacts, staleText } from '../output/artifacts.js';
import { findingsText } from '../output/findings.js';
import { json } from '../output/json.js';
import { paintFor } from '../output/paint.js';
import { printable } from '../output/printable.js';
import { styleFor } from '../output/style.js';
import { summaryTable } from '../output/summary-table.js';
import { verdictTable } from '../output/verdict-table.js';
import { refuseUnable } from '../render/ability.js';
import { besideProxy, diagnosticsOf, isExact } from '../render/beside-proxy.js';
import { backOutFiles, undoFiles, updateFiles } from '../render/changes.js';
import { feedFiles } from '../render/feeds.js';
import { plannedPolicy, type Planned } from '../render/planned.js';
import { otherVersionText, previousOf, readyLike, type Previous } from '../render/previous.js';
import { readRendering, renderingFile, renderingText } from '../render/rendering-file.js';
import type { TargetFiles } from '../render/target-files.js';
import { isUpdate, refuseWords, type RenderArguments } from '../render/words.js';
import { loadTarget, type TargetName } from '../targets.js';
import { planOptions } from './arguments.js';
import { addRenderOptions } from './render-options.js';
import type { AddVerb } from './verb.js';

/** The file with one record for each entry and target. */
const accountFile = 'outcomes.json';

function statusOf(renderings: readonly Rendering<unknown>[], strict: boolean): ExitStatus {
  return strict && !isExact(renderings) ? exitStatus.attention : exitStatus.done;
}

function messagesOf(ready: readonly Ready[]): Messages {
  const all = [catalogMessages, serviceTagMessages, ...ready.map(({ target }) => target.messages)];
  return Object.fromEntries(all.flatMap((texts) => Object.entries(texts)));
}

async function loaded(names: readonly TargetName[]): Promise<readonly Named[]> {
  return Promise.all(names.map(async (name) => [name, await loadTarget(name)] as const));
}

/** All that a run makes of a policy, before any of it is written. */
interface Made {
  readonly ready: readonly Ready[];
  readonly planned: Planned;
  readonly renderings: readonly Rendering<unknown>[];
  /** Commands that are asked for; they are printed in place of the configuration, and written beside it. */
  readonly commands?: readonly TargetFiles[];
  /** Files that stand beside all that, and are never printed. */
  readonly beside: readonly TargetFiles[];
}

function commandsOf(
  given: RenderArguments,
  ready: readonly Ready[],
  policy: Policy,
  previous: Previous | undefined,
): readonly TargetFiles[] | undefined {
  if (previous) return updateFiles(ready, previous.policy, policy);
  return given.undo === true ? undoFiles(ready, policy) : undefined;
}

async function make(given: RenderArguments, host: Host): Promise<Made> {
  const { profile = '', serviceTags, out, acceptShrunk: accept = false } = given;
  const planned = await plannedPolicy({ profile, options: planOptions(given), serviceTags }, host.cwd);
  const previous = await previousOf(given, host.cwd);
  const named = await readyLike(previous?.saved, await loaded(given.target), given, host.cwd);
  const ready = besideProxy(named, previous?.saved);
  host.stderr.write(otherVersionText(previous?.saved, given.updateFrom));
  const { policy } = planned;
  const commands = commandsOf(given, ready, policy, previous);
  const feeds = given.feeds && out !== undefined ? await feedFiles(ready, policy, { out, cwd: host.cwd, accept }) : [];
  const backOut = previous ? backOutFiles(ready, previous.policy, policy) : [];
  const renderings = ready.map(({ render }) => render(policy));
  return { ready, planned, renderings, ...(commands && { commands }), beside: [...backOut, ...feeds] };
}

async function write(
  { ready, planned, renderings, commands = [], beside }: Made,
  out: string,
  host: Host,
): Promise<string> {
  const files = [...renderings, ...commands, ...beside];
  const outcomes = renderings.flatMap((rendering) => rendering.outcomes);
  const about = { [accountFile]: json(outcomes), [renderingFile]: renderingText(planned.policy, ready) };
  const written = await saveArtifacts(files, about, out, host.cwd);
  host.stdout.write(verdictTable(planned.policy, outcomes, styleFor(host.stdout, host.env)));
  return written.map((name) => `wrote ${name}\n`).join('') + (await staleText(files, out, host.cwd));
}

/** Says of an update where there is none, since an empty output could be a mistake as well. */
function unchangedText(given: RenderArguments, commands: readonly TargetFiles[] = []): string {
  const same = isUpdate(given) ? commands.filter(({ artifacts }) => artifacts.length === 0) : [];
  return same.map(({ target }) => `${target}: nothing changes\n`).join('');
}

async function renderProfile(given: RenderArguments, host: Host): Promise<ExitStatus> {
  const made = await make(given, host);
  const { ready, planned, renderings, commands } = made;
  const outcomes = renderings.flatMap((rendering) => rendering.outcomes);
  const written = given.out === undefined ? '' : await write(made, given.out, host);
  if (given.out === undefined) printArtifacts(commands ?? renderings, host);
  const findings = findingsText(
    [...planned.diagnostics, ...diagnosticsOf(renderings)],
    messagesOf(ready),
    paintFor(host.stderr, host.env),
    given.out === undefined ? undefined : printable(join(given.out, accountFile)),
  );
  const summary = summaryTable(outcomes, styleFor(host.stderr, host.env));
  host.stderr.write([findings, summary, unchangedText(given, commands) + written].filter(Boolean).join('\n'));
  return statusOf(renderings, given.strict === true);
}

/** The undo of an earlier run, from its file alone. */
async function undoEarlier(given: RenderArguments, file: string, host: Host): Promise<ExitStatus> {
  const saved = await readRendering(file, host.cwd);
  const ready = besideProxy(await readyLike(saved, await loaded(given.target), given, host.cwd), saved);
  host.stderr.write(otherVersionText(saved, file));
  const files = undoFiles(ready, saved.policy);
  if (given.out === undefined) printArtifacts(files, host);
  else {
    const written = await saveArtifacts(files, {}, given.out, host.cwd);
    host.stderr.write(written.map((name) => `wrote ${name}\n`).join(''));
  }
  return exitStatus.done;
}

async function renderTargets(given: RenderArguments, host: Host): Promise<ExitStatus> {
  refuseWords(given, host.cwd);
  if (given.undo !== undefined) await refuseUnable('undo', given.target);
  if (isUpdate(given)) await refuseUnable('update', given.target);
  if (given.feeds) await refuseUnable('feeds', given.target);
  return typeof given.undo === 'string' ? undoEarlier(given, given.undo, host) : renderProfile(given, host);
}

/** `render`: vendor configuration from a profile. */
export const addRender: AddVerb = (program, host, settle) => {
  addRenderOptions(program.command('render')).action(async (given: RenderArguments) => {
    settle(await renderTargets(given, host));
  });
};
