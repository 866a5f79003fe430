import { plan } from '@azureml-firewall/catalog';
import type { Direction, Flow } from '@azureml-firewall/rule-model';
import { serviceTagMessages } from '@azureml-firewall/service-tags';
import { InvalidArgumentError, Option } from 'commander';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { explanationOf } from '../explain/explanation.js';
import type { Host } from '../host.js';
import { addressOf, targetOfUrl } from '../input/flow-of-url.js';
import { readProfile } from '../input/read-profile.js';
import { explainJson } from '../output/explain-json.js';
import { explainNotes, explainText } from '../output/explain-text.js';
import { findingsText } from '../output/findings.js';
import { json } from '../output/json.js';
import { paintFor } from '../output/paint.js';
import { excerpt } from '../output/printable.js';
import { styleFor } from '../output/style.js';
import { Refusal } from '../refusal.js';
import { editionOption, planOptions, widthOptions, type PlanArguments } from './arguments.js';
import { datedPolicy } from './dated-policy.js';
import { needs } from './needs.js';
import type { AddVerb } from './verb.js';

interface Arguments extends PlanArguments {
  readonly serviceTags?: string;
  readonly direction: Direction;
  readonly from?: string;
  readonly format: 'table' | 'json';
}

const help = `
Examples:
  azureml-firewall explain --profile workspace.yaml tcp://mlvm.eastus2.instances.azureml.ms:8787
  azureml-firewall explain --profile workspace.yaml https://pypi.org/simple/ --from 10.20.1.5
  azureml-firewall explain --profile workspace.yaml udp://192.0.2.5:5831 --service-tags ServiceTags_Public_20251028.json
  azureml-firewall explain --profile workspace.yaml tcp://10.20.1.4:44224 --direction inbound --from 192.0.2.5 --service-tags tags.json

Without --from, where the flow comes from plays no part. Exit status: 0 allowed; 1 denied; 2 refused.`;

function parseAddress(text: string): string {
  const address = addressOf(text);
  if (address === undefined) throw new InvalidArgumentError(`Found "${excerpt(text)}", expected an IP address.`);
  return address;
}

function flowOf(url: string, { direction, from }: Arguments): Flow {
  if (direction === 'inbound' && from === undefined)
    throw new Refusal('--direction: inbound traffic is told by where it comes from, expected --from <address> with it');
  return { direction, ...(from !== undefined && { source: from }), ...targetOfUrl(url) };
}

async function explain(url: string, given: Arguments, host: Host): Promise<ExitStatus> {
  const flow = flowOf(url, given);
  const planned = plan(await readProfile(given.profile, host.cwd), planOptions(given));
  const { policy, document, diagnostics } = await datedPolicy(planned.policy, given.serviceTags, host.cwd);
  const explanation = explanationOf(url, flow, { planned, policy, document });
  const print = {
    table: () => explainText(explanation, styleFor(host.stdout, host.env)),
    json: () => json(explainJson(explanation, document?.label)),
  };
  host.stdout.write(print[given.format]());
  if (given.format === 'table') {
    host.stderr.write(findingsText(diagnostics, serviceTagMessages, paintFor(host.stderr, host.env)));
    host.stderr.write(explainNotes(explanation, document?.label));
  }
  return explanation.action === 'allow' ? exitStatus.done : exitStatus.attention;
}

/** `explain`: whether a flow is allowed, by what, and what would change it. */
export const addExplain: AddVerb = (program, host, settle) => {
  const verb = needs(program.command('explain'), ['profile'])
    .description('whether a connection is allowed, by which requirement, and what would change it')
    .usage('--profile <file> [options] <url>')
    .argument('<url>', 'tcp://HOST:PORT, udp://ADDRESS:PORT, https://HOST[:PORT]/PATH; IPv6 in brackets')
    .option('--profile <file>', 'the workspace, in YAML or JSON')
    .option('--service-tags <file>', 'the weekly download of service tags: without it, addresses match prefixes only')
    .addOption(
      new Option('--direction <direction>', "seen from the workspace's network")
        .choices(['outbound', 'inbound'])
        .default('outbound'),
    )
    .option('--from <address>', 'the address that opens the connection', parseAddress)
    .addOption(editionOption())
    .addOption(new Option('--format <format>', 'how it is printed').choices(['table', 'json']).default('table'))
    .addHelpText('after', help)
    .action(async (url: string, given: Arguments) => {
      settle(await explain(url, given, host));
    });
  for (const option of widthOptions()) verb.addOption(option);
};
