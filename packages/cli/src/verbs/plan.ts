import { catalogMessages, plan } from '@azureml-firewall/catalog';
import { Option } from 'commander';
import type { Host } from '../host.js';
import { readProfile } from '../input/read-profile.js';
import { excludedTable } from '../output/excluded-table.js';
import { findingsText } from '../output/findings.js';
import { json } from '../output/json.js';
import { paintFor } from '../output/paint.js';
import { planJson } from '../output/plan-json.js';
import { planTable } from '../output/plan-table.js';
import { styleFor } from '../output/style.js';
import { addressingOption, editionOption, planOptions, type PlanArguments } from './arguments.js';
import { needs } from './needs.js';
import type { AddVerb } from './verb.js';

interface Arguments extends PlanArguments {
  readonly format: 'table' | 'json';
  readonly excluded?: boolean;
}

const help = `
Examples:
  azureml-firewall plan --profile workspace.yaml
  azureml-firewall plan --profile workspace.yaml --excluded
  azureml-firewall plan --profile workspace.yaml --format json | jq '.rules[].destinations[].text'`;

async function printPlan(given: Arguments, host: Host): Promise<void> {
  const planned = plan(await readProfile(given.profile, host.cwd), planOptions(given));
  if (given.format === 'json') {
    host.stdout.write(json(planJson(planned, { excluded: given.excluded === true })));
    return;
  }
  const style = styleFor(host.stdout, host.env);
  const excluded = given.excluded ? `\n${excludedTable(planned.excluded, style)}` : '';
  host.stdout.write(planTable(planned.policy, style) + excluded);
  host.stderr.write(findingsText(planned.diagnostics, catalogMessages, paintFor(host.stderr, host.env)));
}

/** `plan`: the requirements of a workspace as rules. */
export const addPlan: AddVerb = (program, host) => {
  needs(program.command('plan'), ['profile'])
    .description('the requirements of a workspace as rules')
    .usage('--profile <file> [options]')
    .option('--profile <file>', 'the workspace, in YAML or JSON')
    .addOption(editionOption())
    .addOption(addressingOption())
    .addOption(new Option('--format <format>', 'how the plan is printed').choices(['table', 'json']).default('table'))
    .option('--excluded', 'also name what does not apply, with the condition that excludes it')
    .addHelpText('after', help)
    .action((given: Arguments) => printPlan(given, host));
};
