import { plan } from '@azureml-firewall/catalog';
import {
  denialJudge,
  lineReader,
  logFormats,
  tallier,
  type LineReader,
  type LogFormat,
  type Tally,
} from '@azureml-firewall/flow-logs';
import { resolveServiceTags, serviceTagMessages } from '@azureml-firewall/service-tags';
import { Option } from 'commander';
import type { Host } from '../host.js';
import { readLines } from '../input/read-lines.js';
import { readProfile } from '../input/read-profile.js';
import { leftOut } from '../left-out.js';
import { findingsText } from '../output/findings.js';
import { json } from '../output/json.js';
import { paintFor } from '../output/paint.js';
import { excerpt, printable } from '../output/printable.js';
import { progressOn } from '../output/progress.js';
import { replayJson, type BrokenLine } from '../output/replay-json.js';
import { replayNotes, replayTable } from '../output/replay-table.js';
import { styleFor } from '../output/style.js';
import { Refusal } from '../refusal.js';
import { strongestFirst } from '../strongest-first.js';
import { editionOption, planOptions, widthOptions, type PlanArguments } from './arguments.js';
import { datedPolicy } from './dated-policy.js';
import { needs } from './needs.js';
import type { AddVerb } from './verb.js';

interface Arguments extends PlanArguments {
  readonly log: string;
  readonly logFormat: LogFormat;
  readonly serviceTags?: string;
  readonly format: 'table' | 'json';
}

const help = `
Examples:
  azureml-firewall replay --profile workspace.yaml --log access.log --log-format squid
  azureml-firewall replay --profile workspace.yaml --log azfw.jsonl --log-format azure-firewall --service-tags tags.json
  zcat traffic.csv.gz | azureml-firewall replay --profile workspace.yaml --log - --log-format pan-os

A match is strong by host, likely by an address in a service tag or prefix and the port, and weak by an address in a tag
as wide as AzureCloud. Nothing is ever added for you; least of all from a weak match.`;

/** The longest part of a broken line that is kept. */
const longestBroken = 200;

interface Read {
  readonly tally: Tally;
  readonly broken: readonly BrokenLine[];
}

/** A log of which not one line is understood: nothing denied would be the answer to another question. */
function refuseLog(name: string, format: LogFormat, broken: readonly BrokenLine[]): Refusal {
  return new Refusal(
    `${name}: found no line that can be read as ${format}, expected in --log-format what wrote the log`,
    ...broken.map(({ line, why, text }) => `${name}:${line}: ${why}: ${excerpt(text)}`),
  );
}

/** Reads a log to its end. What is kept does not grow with it. */
async function readLog(
  { log, logFormat }: Arguments,
  judge: ReturnType<typeof denialJudge>,
  host: Host,
): Promise<Read> {
  const counting = tallier(judge);
  const texts = new Map<number, string>();
  let read: LineReader | undefined;
  let [lines, blank] = [0, 0];
  const take = (text: string): void => {
    lines++;
    read ??= lineReader(logFormat, text);
    const line = read(text);
    counting.add(line);
    if (!/\S/.test(text)) blank++;
    if (line.kind === 'broken' && texts.size < 5) texts.set(lines, text.slice(0, longestBroken));
  };
  const progress = progressOn(host.stderr, printable(log));
  try {
    await readLines(log, host, take, progress.show);
  } finally {
    progress.end();
  }
  const tally = counting.tally();
  const broken = tally.brokenSamples.map((one) => ({ ...one, text: texts.get(one.line) ?? '' }));
  if (tally.broken > 0 && tally.broken === tally.lines - blank) throw refuseLog(printable(log), logFormat, broken);
  return { tally, broken };
}

async function replay(given: Arguments, host: Host): Promise<void> {
  const planned = plan(await readProfile(given.profile, host.cwd), planOptions(given));
  const { policy, document, diagnostics } = await datedPolicy(planned.policy, given.serviceTags, host.cwd);
  const left = leftOut(planned);
  const dormant = document ? resolveServiceTags(left.policy, document).policy : left.policy;
  const read = await readLog(given, denialJudge(strongestFirst(policy), strongestFirst(dormant)), host);
  const replayed = { policy, left, format: given.logFormat, ...(document && { document: document.label }), ...read };
  if (given.format === 'json') {
    host.stdout.write(json(replayJson(replayed)));
    return;
  }
  host.stdout.write(replayTable(replayed, styleFor(host.stdout, host.env)));
  host.stderr.write(findingsText(diagnostics, serviceTagMessages, paintFor(host.stderr, host.env)));
  host.stderr.write(replayNotes(replayed));
}

/** `replay`: the denied flows of a log, and which requirement each belongs to. */
export const addReplay: AddVerb = (program, host) => {
  const verb = needs(program.command('replay'), ['profile', 'log', 'logFormat'])
    .description('what a log says was denied, which requirement each belongs to, and what to do about it')
    .usage('--profile <file> --log <file> --log-format <format> [options]')
    .option('--profile <file>', 'the workspace, in YAML or JSON')
    .option('--log <file>', 'the log, of whatever size; - for stdin')
    .addOption(
      new Option('--log-format <format>', 'what wrote it; flows is one flow as JSON on each line').choices(logFormats),
    )
    .option('--service-tags <file>', 'the weekly download of service tags: without it, addresses match prefixes only')
    .addOption(editionOption())
    .addOption(new Option('--format <format>', 'how it is printed').choices(['table', 'json']).default('table'))
    .addHelpText('after', help)
    .action(async (given: Arguments) => {
      await replay(given, host);
    });
  for (const option of widthOptions()) verb.addOption(option);
};
