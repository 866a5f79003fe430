import { serviceTagMessages, whichTags } from '@azureml-firewall/service-tags';
import type { Host } from '../../host.js';
import { readTags } from '../../input/read-tags.js';
import { findingsText } from '../../output/findings.js';
import { json } from '../../output/json.js';
import { paintFor } from '../../output/paint.js';
import { excerpt } from '../../output/printable.js';
import { Refusal } from '../../refusal.js';
import { needs } from '../needs.js';
import type { AddVerb } from '../verb.js';
import { fileDescription, fileFlags, formatOption, type FileArguments } from './options.js';

async function printWhich(address: string, { file, format }: FileArguments, host: Host): Promise<void> {
  const { document, diagnostics } = await readTags(file, host.cwd);
  const tags = whichTags(document)(address);
  if (!tags) throw new Refusal(`found "${excerpt(address)}", expected an IPv4 or IPv6 address such as 20.42.0.1`);
  host.stdout.write(format === 'json' ? json({ address, tags }) : tags.map((tag) => `${tag}\n`).join(''));
  host.stderr.write(findingsText(diagnostics, serviceTagMessages, paintFor(host.stderr, host.env)));
  if (tags.length === 0) host.stderr.write(`no tag of ${document.label} holds ${address}\n`);
}

/** `service-tags which`: the tags that hold an address. */
export const addWhich: AddVerb = (group, host) => {
  needs(group.command('which'), ['file'])
    .description('the tags that hold an address, one on each line')
    .argument('<address>', 'an IPv4 or IPv6 address')
    .option(fileFlags, fileDescription)
    .addOption(formatOption())
    .action(async (address: string, given: FileArguments) => {
      await printWhich(address, given, host);
    });
};
