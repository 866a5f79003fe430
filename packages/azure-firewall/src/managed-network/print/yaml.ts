import { portText } from '@azureml-firewall/rule-model';
import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import { written, type Writer } from '../../print/writer.js';
import { tagBesidePrefixes, tagIsIgnored } from '../facts.js';
import type { ManagedNetworkRules, OutboundRule } from '../model.js';
import type { ManagedNetworkOptions } from '../options.js';
import { namesPrefixes } from '../versions.js';

/** A text that no reader of YAML takes for anything else: JSON's quotes are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function printDestination({ line, indented }: Writer, rule: OutboundRule): void {
  if (rule.kind === 'fqdn') {
    line('type: fqdn');
    line(`destination: ${quoted(rule.destination)}`);
    return;
  }
  line(`type: ${rule.kind === 'service-tag' ? 'service_tag' : 'private_endpoint'}`);
  line('destination:');
  indented(() => {
    if (rule.kind === 'private-endpoint') {
      line(`service_resource_id: ${quoted(rule.serviceResourceId)}`);
      line(`subresource_target: ${quoted(rule.subresourceTarget)}`);
      line(`spark_enabled: ${String(rule.sparkEnabled)}`);
      return;
    }
    line(`service_tag: ${quoted(rule.tag ?? tagBesidePrefixes)}`);
    if (rule.tag === undefined) {
      line('address_prefixes:');
      for (const prefix of rule.prefixes) line(`- ${quoted(prefix)}`);
    }
    line(`protocol: ${rule.protocol}`);
    line(`port_ranges: ${quoted(rule.ports.map(portText).join(','))}`);
  });
}

/** The part of a workspace's file that `az ml workspace create` and `update` take. */
export function printYaml(
  { rules }: ManagedNetworkRules,
  { cloud, region, edition, options }: Context<ManagedNetworkOptions>,
): Artifact {
  const printed = written((writer) => {
    const { line, indented, carrying } = writer;
    line(`# ${cloud}, ${region}, ${edition}`);
    line(`name: ${quoted(options.workspaceName)}`);
    line('managed_network:');
    indented(() => {
      line('# There is no way back from this mode.');
      line('isolation_mode: allow_only_approved_outbound');
      line('outbound_rules:');
      for (const rule of rules)
        carrying(rule.entries, () => {
          for (const reason of rule.reasons) line(`# ${reason}`);
          if (namesPrefixes(rule)) line(`# ${tagIsIgnored}`);
          line(`- name: ${quoted(rule.name)}`);
          indented(() => {
            printDestination(writer, rule);
          });
        });
    });
  });
  return { path: 'managed-network.yaml', ...printed };
}
