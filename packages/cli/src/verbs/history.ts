import { history, requirementIds, routeIds } from '@azureml-firewall/catalog';
import { Option } from 'commander';
import type { Host } from '../host.js';
import { historyReport } from '../output/history-report.js';
import { json } from '../output/json.js';
import { excerpt } from '../output/printable.js';
import { reportText } from '../output/report.js';
import { styleFor } from '../output/style.js';
import { Refusal } from '../refusal.js';
import { nearest } from './nearest.js';
import type { AddVerb } from './verb.js';

interface Arguments {
  readonly format: 'table' | 'json';
}

const help = `
Examples:
  azureml-firewall history storage-tag
  azureml-firewall history batch-route
  azureml-firewall history batch-inbound-tag --format json`;

function printHistory(id: string, { format }: Arguments, host: Host): void {
  const found = history(id);
  if (!found) {
    const near = nearest(id, [...requirementIds, ...routeIds]);
    const hint = near.length > 0 ? `such as ${near.join(', ')}` : 'as plan and find print them';
    throw new Refusal(`found "${excerpt(id)}", expected the id of a requirement or route, ${hint}`);
  }
  const text = format === 'json' ? json(found) : reportText(historyReport(found), styleFor(host.stdout, host.env));
  host.stdout.write(text);
}

/** `history`: one requirement or route through the editions. */
export const addHistory: AddVerb = (program, host) => {
  program
    .command('history')
    .description('a requirement or route through the editions: what it first asked for, and what each changed')
    .argument('<id>', 'id of the requirement or route, as plan and find print it')
    .addOption(new Option('--format <format>', 'how it is printed').choices(['table', 'json']).default('table'))
    .addHelpText('after', help)
    .action((id: string, given: Arguments) => {
      printHistory(id, given, host);
    });
};
