import { find, type EditionId, type Found } from '@azureml-firewall/catalog';
import { Option } from 'commander';
import type { Host } from '../host.js';
import { findTable } from '../output/find-table.js';
import { json } from '../output/json.js';
import { excerpt } from '../output/printable.js';
import { styleFor } from '../output/style.js';
import { Refusal } from '../refusal.js';
import { editionOption, newestEdition } from './arguments.js';
import type { AddVerb } from './verb.js';

interface Arguments {
  readonly edition?: EditionId;
  readonly allEditions?: boolean;
  readonly format: 'table' | 'json';
}

const help = `
Examples:
  azureml-firewall find mlworkspace.instances.azureml.ms
  azureml-firewall find MicrosoftContainerRegistry --all-editions
  azureml-firewall find udp/5831 --format json`;

/** What to say where nothing was found, and where there would be something. */
function nothingText(text: string, edition: EditionId | undefined): string {
  if (edition === undefined) return `no edition speaks of "${excerpt(text)}"\n`;
  const others = [...new Set(find(text).map((found) => found.edition))].toSorted();
  const hint = others.length > 0 ? `: look into ${others.join(', ')}, or into --all-editions` : ', nor does any other';
  return `edition ${edition} does not speak of "${excerpt(text)}"${hint}\n`;
}

function printFound(text: string, given: Arguments, host: Host): void {
  if (text.trim() === '') throw new Refusal('found an empty text, expected a host, a service tag or a port');
  const edition = given.allEditions ? undefined : (given.edition ?? newestEdition);
  const found: readonly Found[] = find(text, edition && { edition });
  if (given.format === 'json') host.stdout.write(json({ found }));
  else if (found.length > 0) host.stdout.write(findTable(found, styleFor(host.stdout, host.env)));
  if (found.length === 0) host.stderr.write(nothingText(text, edition));
}

/** `find`: where an edition speaks of a host, a service tag or a port. */
export const addFind: AddVerb = (program, host) => {
  program
    .command('find')
    .description('where the requirements speak of a host, a service tag or a port')
    .argument('<text>', 'a host or URL, a service tag by its real or printed name, or a port: 8787, udp/5831')
    .addOption(editionOption())
    .addOption(new Option('--all-editions', 'in all editions, newest first').conflicts('edition'))
    .addOption(new Option('--format <format>', 'how it is printed').choices(['table', 'json']).default('table'))
    .addHelpText('after', help)
    .action((text: string, given: Arguments) => {
      printFound(text, given, host);
    });
};
