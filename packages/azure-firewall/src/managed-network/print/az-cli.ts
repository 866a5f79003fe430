import { portText } from '@azureml-firewall/rule-model';
import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import { cloudNames } from '../../print/az-cli.js';
import { written } from '../../print/writer.js';
import { tagBesidePrefixes, tagIsIgnored } from '../facts.js';
import type { ManagedNetworkRules, OutboundRule } from '../model.js';
import type { ManagedNetworkOptions } from '../options.js';
import { namesPrefixes } from '../versions.js';

/** A text in which the shell expands nothing. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function flagsOf(rule: OutboundRule): readonly (readonly [flag: string, ...values: readonly string[]])[] {
  switch (rule.kind) {
    case 'fqdn':
      return [
        ['--type', 'fqdn'],
        ['--destination', rule.destination],
      ];
    case 'service-tag':
      return [
        ['--type', 'service_tag'],
        ...(rule.tag === undefined
          ? ([
              ['--service-tag', tagBesidePrefixes],
              ['--address-prefixes', rule.prefixes.join(',')],
            ] as const)
          : ([['--service-tag', rule.tag]] as const)),
        ['--protocol', rule.protocol],
        ['--port-ranges', rule.ports.map(portText).join(',')],
      ];
    case 'private-endpoint':
      return [
        ['--type', 'private_endpoint'],
        ['--service-resource-id', rule.serviceResourceId],
        ['--subresource-target', rule.subresourceTarget],
        ['--spark-enabled', String(rule.sparkEnabled)],
      ];
  }
}

function commandOf(rule: OutboundRule): string {
  const flags = [['--rule', rule.name], ...flagsOf(rule)];
  return `set_rule ${flags.map(([flag = '', ...values]) => [flag, ...values.map(quoted)].join(' ')).join(' ')}`;
}

/** A script that can be run again and again: `set` adds a rule or updates the one of that name. */
export function printAzCli(
  { rules }: ManagedNetworkRules,
  { cloud, region, edition, options }: Context<ManagedNetworkOptions>,
): Artifact {
  const printed = written(({ line, carrying }) => {
    for (const text of [
      '#!/usr/bin/env bash',
      `# ${cloud}, ${region}, ${edition}`,
      '#',
      `# Sign in first: az cloud set --name ${cloudNames[cloud]}; az login`,
      '# RESOURCE_GROUP: the resource group of the workspace.',
      '# WORKSPACE_NAME: the workspace.',
      'set -euo pipefail',
      '',
      'resource_group="${RESOURCE_GROUP:?is not set}"',
      `workspace_name="\${WORKSPACE_NAME:-${options.workspaceName}}"`,
      '',
      'set_rule() {',
      '  az ml workspace outbound-rule set --resource-group "${resource_group}" --workspace-name "${workspace_name}" --output none "$@"',
      '}',
    ])
      line(text);
    for (const rule of rules) {
      line('');
      carrying(rule.entries, () => {
        for (const reason of rule.reasons) line(`# ${reason}`);
        if (namesPrefixes(rule)) line(`# ${tagIsIgnored}`);
        line(commandOf(rule));
      });
    }
  });
  return { path: 'outbound-rules.sh', ...printed };
}
