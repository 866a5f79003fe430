import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import { printHeading, printValue, quoted } from '../../print/bicep.js';
import { written } from '../../print/writer.js';
import { existingWorkspace } from '../facts.js';
import type { ManagedNetworkRules } from '../model.js';
import type { ManagedNetworkOptions } from '../options.js';
import { versionOf } from '../versions.js';
import { propertiesOf } from './properties.js';

/** The same as the template, with the reasons as comments. `any` since the rules are of several shapes. */
export function printBicep({ rules }: ManagedNetworkRules, context: Context<ManagedNetworkOptions>): Artifact {
  const { workspaceName, apiVersion } = context.options;
  const version = versionOf(rules, apiVersion);
  const printed = written((writer) => {
    const { line, indented, carrying } = writer;
    printHeading(writer, context);
    line(`@description(${quoted(existingWorkspace)})`);
    line(`param workspaceName string = ${quoted(workspaceName)}`);
    line('');
    line('var rules = [');
    indented(() => {
      for (const rule of rules)
        carrying(rule.entries, () => {
          for (const reason of rule.reasons) line(`// ${reason}`);
          printValue(writer, '', { name: rule.name, properties: propertiesOf(rule) }, new Map());
        });
    });
    line(']');
    line('');
    line(`resource workspace 'Microsoft.MachineLearningServices/workspaces@${version}' existing = {`);
    line('  name: workspaceName');
    line('}');
    line('');
    line('@batchSize(1)');
    line(
      `resource outboundRules 'Microsoft.MachineLearningServices/workspaces/outboundRules@${version}' = [for rule in rules: {`,
    );
    line('  parent: workspace');
    line('  name: rule.name');
    line('  properties: any(rule.properties)');
    line('}]');
  });
  return { path: 'outbound-rules.bicep', ...printed };
}
