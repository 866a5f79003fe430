import { catalogMessages, plan, type Plan } from '@azureml-firewall/catalog';
import { Option } from 'commander';
import type { Host } from '../host.js';
import { readProfile } from '../input/read-profile.js';
import { excludedTable } from '../output/excluded-table.js';
import { findingsText } from '../output/findings.js';
import { json } from '../output/json.js';
import { paintFor } from '../output/paint.js';
import { planCsv } from '../output/plan-csv.js';
import { planJson } from '../output/plan-json.js';
import { planReport } from '../output/plan-report.js';
import { planTable } from '../output/plan-table.js';
import { reportMarkdown } from '../output/report.js';
import { styleFor } from '../output/style.js';
import { Refusal } from '../refusal.js';
import { editionOption, planOptions, widthOptions, type PlanArguments } from './arguments.js';
import { needs } from './needs.js';
import type { AddVerb } from './verb.js';

const formats = ['table', 'json', 'csv', 'markdown'] as const;

interface Arguments extends PlanArguments {
  readonly format: (typeof formats)[number];
  readonly excluded?: boolean;
}

const help = `
Examples:
  azureml-firewall plan --profile workspace.yaml
  azureml-firewall plan --profile workspace.yaml --excluded
  azureml-firewall plan --profile workspace.yaml --format csv > ticket.csv
  azureml-firewall plan --profile workspace.yaml --format json | jq '.rules[].destinations[].text'`;

function planText(planned: Plan, { format, excluded = false }: Arguments, host: Host): string {
  switch (format) {
    case 'json':
      return json(planJson(planned, { excluded }));
    case 'csv':
      return planCsv(planned.policy);
    case 'markdown':
      return reportMarkdown(planReport(planned, excluded ? planned.excluded : []));
    case 'table': {
      const style = styleFor(host.stdout, host.env);
      return planTable(planned.policy, style) + (excluded ? `\n${excludedTable(planned.excluded, style)}` : '');
    }
  }
}

/** A ticket asks for access through a firewall, and routes pass it by: they are told beside it. */
function routesNote({ policy: { routes } }: Plan): string {
  return routes.map(({ id, tag, nextHop }) => `not in the CSV: route ${id} to ${tag} by ${nextHop}\n`).join('');
}

async function printPlan(given: Arguments, host: Host): Promise<void> {
  if (given.format === 'csv' && given.excluded)
    throw new Refusal(
      '--excluded: a ticket holds what is asked for, expected --format table, json or markdown with it',
    );
  const planned = plan(await readProfile(given.profile, host.cwd), planOptions(given));
  host.stdout.write(planText(planned, given, host));
  if (given.format === 'json') return;
  host.stderr.write(findingsText(planned.diagnostics, catalogMessages, paintFor(host.stderr, host.env)));
  if (given.format === 'csv') host.stderr.write(routesNote(planned));
}

/** `plan`: the requirements of a workspace as rules. */
export const addPlan: AddVerb = (program, host) => {
  const verb = needs(program.command('plan'), ['profile'])
    .description('the requirements of a workspace as rules')
    .usage('--profile <file> [options]')
    .option('--profile <file>', 'the workspace, in YAML or JSON')
    .addOption(editionOption())
    .addOption(new Option('--format <format>', 'how the plan is printed').choices(formats).default('table'))
    .option('--excluded', 'also name what does not apply, with the condition that excludes it')
    .addHelpText('after', help)
    .action(async (given: Arguments) => {
      await printPlan(given, host);
    });
  for (const option of widthOptions()) verb.addOption(option);
};
