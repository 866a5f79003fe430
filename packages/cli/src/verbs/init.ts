import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { regions } from '@azureml-firewall/catalog';
import type { Host, Terminal } from '../host.js';
import { ask } from '../init/ask.js';
import { draftFor, openRegions, profileOf, type Draft } from '../init/draft.js';
import { profileText } from '../init/profile-text.js';
import type { FaultOf } from '../init/question.js';
import { whatQuestions, whereQuestions } from '../init/questions.js';
import { excerpt, printable } from '../output/printable.js';
import { writeFiles } from '../output/write-files.js';
import { Refusal } from '../refusal.js';
import { nearest } from './nearest.js';
import type { AddVerb } from './verb.js';

interface Arguments {
  readonly out: string;
  readonly region?: string;
  readonly defaults?: boolean;
  readonly force?: boolean;
}

const help = `
Examples:
  azureml-firewall init
  azureml-firewall init --region eastus2 --out contoso.yaml
  azureml-firewall init --region eastus2 --defaults

Questions are put on stderr. Without a terminal there is nobody to ask: --defaults answers them all but the region.`;

async function refuseExisting(out: string, cwd: string): Promise<void> {
  const found = await lstat(resolve(cwd, out)).catch(() => undefined);
  if (found) throw new Refusal(`${printable(out)}: exists already, expected a new file, or --force to replace it`);
}

/** The draft for a region on the command line, which says the cloud as well. */
function draftOf(name: string): Draft {
  const region = regions.find((one) => one.name === name);
  if (region) return draftFor(region);
  const near = nearest(
    name.replaceAll(/[ -]/g, ''),
    openRegions.map((one) => one.name),
  );
  const examples = near.length > 0 ? near : ['eastus2', 'usgovvirginia', 'chinanorth3'];
  throw new Refusal(
    `--region: found "${excerpt(name)}", expected the ARM name of a region, such as ${examples.join(', ')}`,
  );
}

async function faultFinder(): Promise<FaultOf> {
  const { parseProfile } = await import('@azureml-firewall/catalog/schema');
  return (draft) => {
    const parsed = parseProfile(profileOf(draft));
    return parsed.ok ? undefined : `expected ${parsed.issues[0]?.expected ?? 'another answer'}`;
  };
}

async function asked(region: string | undefined, terminal: Terminal): Promise<Draft> {
  const start = region === undefined ? draftFor({ cloud: 'public', name: '' }) : draftOf(region);
  const questions = region === undefined ? [...whereQuestions, ...whatQuestions] : whatQuestions;
  const draft = await ask(questions, start, terminal, await faultFinder());
  if (!draft) throw new Refusal('cancelled: nothing was written');
  return draft;
}

async function draftFrom({ region, defaults }: Arguments, { terminal }: Host): Promise<Draft> {
  if (defaults) {
    if (region === undefined)
      throw new Refusal('--defaults: there is no default region, expected --region <name> with it');
    return draftOf(region);
  }
  if (!terminal)
    throw new Refusal('there is no terminal to ask questions on, expected one, or --defaults --region <name>');
  return asked(region, terminal);
}

async function writeProfile(given: Arguments, host: Host): Promise<void> {
  const { out, force } = given;
  // Before the questions, so that nobody answers them in vain, and after, since that takes a while.
  if (!force) await refuseExisting(out, host.cwd);
  const text = profileText(await draftFrom(given, host));
  if (!force) await refuseExisting(out, host.cwd);
  await writeFiles([{ path: resolve(host.cwd, out), text }]);
  host.stderr.write(`wrote ${printable(out)}\nnext: azureml-firewall plan --profile ${printable(out)}\n`);
}

/** `init`: asks what a workspace is made of, and writes its profile. */
export const addInit: AddVerb = (program, host) => {
  program
    .command('init')
    .description('asks what a workspace is made of, and writes its profile')
    .option('--out <file>', 'the profile to write', 'workspace.yaml')
    .option('--region <name>', 'ARM name of the region, which says the cloud as well')
    .option('--yes, --defaults', 'ask nothing: what is not given has its default')
    .option('--force', 'replace a file that exists')
    .addHelpText('after', help)
    .action(async (given: Arguments) => {
      await writeProfile(given, host);
    });
};
