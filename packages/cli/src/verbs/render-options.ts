import { InvalidArgumentError, type Command } from 'commander';
import { printable } from '../output/printable.js';
import { isTargetName, targetNames, type TargetName } from '../targets.js';
import { editionOption, widthOptions } from './arguments.js';
import { needs } from './needs.js';

const help = `
Targets: ${targetNames.join(', ')}

Examples:
  azureml-firewall render --profile workspace.yaml --target azure-firewall > rules.json
  azureml-firewall render --profile workspace.yaml --target all --out firewall --strict
  azureml-firewall render --profile workspace.yaml --target squid,nftables --out gateway
  azureml-firewall render --profile workspace.yaml --target palo-alto --undo
  azureml-firewall render --profile workspace.yaml --target fortinet --service-tags new.json \\
    --update-from firewall/rendering.json --out firewall-next
  azureml-firewall render --profile workspace.yaml --target palo-alto --service-tags new.json --feeds --out firewall

With squid, and nothing but iptables or nftables beside it, these carry only what squid omits, and close the way past it.

The options file is a mapping of targets to their options:
  azure-firewall: { policyName: hub-policy, groupPriority: 400 }`;

/** `a,b` or `all`, in the order of the table of targets, each once. */
function parseTargets(text: string): readonly TargetName[] {
  const named = text.split(',').map((name) => name.trim());
  const unknown = named.find((name) => name !== 'all' && !isTargetName(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `Unknown target "${printable(unknown)}". Allowed are ${targetNames.join(', ')}, or all.`,
    );
  return targetNames.filter((name) => named.includes(name) || named.includes('all'));
}

/** An empty word is a shell variable that is not set, not the current directory. */
function parseDirectory(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Found an empty path, expected a directory.');
  return text;
}

/** The words of `render`. */
export function addRenderOptions(command: Command): Command {
  const verb = needs(command, ['target'])
    .description('the rules in the configuration of a firewall')
    .usage('--profile <file> --target <names> [options]')
    .option('--profile <file>', 'the workspace, in YAML or JSON')
    .option('--target <names>', 'targets separated by commas, or all', parseTargets)
    .option('--out <directory>', 'write files there instead of printing the main one', parseDirectory)
    .option(
      '--service-tags <file>',
      'gives service tags their addresses: the weekly download, or the answer of the API',
    )
    .option('--options <file>', 'options of the targets, in YAML or JSON')
    .addOption(editionOption())
    .option('--strict', 'exit with 1 if a verdict is not exact')
    .option(
      '--undo [file]',
      'the commands that remove it; with the rendering.json of an earlier run, those for that run',
    )
    .option('--update-from <file>', 'the commands from an earlier run, by its rendering.json, to this one')
    .option('--previous-profile <file>', 'the commands from what this profile made')
    .addOption(editionOption('--previous-edition <date>', 'the commands from what this edition made'))
    .option('--previous-service-tags <file>', 'the commands from what this document made')
    .option('--feeds', 'also write the lists that firewalls follow')
    .option('--accept-shrunk', 'accept feeds that are empty, or lost more than half of the lines that are in use')
    .addHelpText('after', help);
  for (const option of widthOptions()) verb.addOption(option);
  return verb;
}
