import type { Finding } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { ApplicationRule, NetworkRule } from '../model.js';
import { mayOverlap } from '../overlap.js';
import type { RuleGroup } from '../rules-of.js';

/** Network rules match before application rules: what they allow by address is never filtered by host. */
export function hostsBehindAddresses(groups: readonly RuleGroup[]): readonly Finding<Code>[] {
  const rules = groups.flatMap(({ rule, rules: list }) => (rule.action === 'allow' ? list : []));
  const byAddress = rules.filter(
    (rule): rule is NetworkRule => rule.kind === 'network' && rule.destinationKind !== 'fqdn',
  );
  const byHost = rules.filter((rule): rule is ApplicationRule => rule.kind === 'application');
  const pairs = byAddress.flatMap((network) =>
    byHost.filter((application) => mayOverlap(network, application)).map((application) => ({ network, application })),
  );
  const destinations = new Set(pairs.flatMap(({ network }) => network.destinations));
  const hosts = new Set(pairs.flatMap(({ application }) => application.targets));
  if (hosts.size === 0) return [];
  return [
    {
      code: 'azure-firewall/hosts-behind-addresses',
      data: { destinations: [...destinations].toSorted(), hosts: hosts.size },
    },
  ];
}
