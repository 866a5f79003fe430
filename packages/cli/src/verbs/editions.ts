import { editions } from '@azureml-firewall/catalog';
import { Option } from 'commander';
import type { Host } from '../host.js';
import { json } from '../output/json.js';
import { styleFor } from '../output/style.js';
import { table } from '../output/table.js';
import type { AddVerb } from './verb.js';

interface Arguments {
  readonly format: 'table' | 'json';
}

const columns = [{ title: 'edition' }, { title: 'requirements' }, { title: 'source', clips: true }];

function printEditions({ format }: Arguments, host: Host): void {
  if (format === 'json') {
    host.stdout.write(json({ editions }));
    return;
  }
  const rows = editions.map(({ id, requirements, sources, title }) => [
    { text: id },
    { text: String(requirements) },
    { text: sources[0]?.url ?? title },
  ]);
  host.stdout.write(table(columns, rows, styleFor(host.stdout, host.env)));
}

/** `editions`: the dated editions of the requirements. */
export const addEditions: AddVerb = (program, host) => {
  program
    .command('editions')
    .description('the dated editions of the published requirements, oldest first')
    .addOption(new Option('--format <format>', 'how they are printed').choices(['table', 'json']).default('table'))
    .action((given: Arguments) => {
      printEditions(given, host);
    });
};
