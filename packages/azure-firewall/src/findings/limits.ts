import type { Finding } from '@azureml-firewall/renderer-kit';
import { groupBytes, networkRuleFqdns, networkRulePairs, type Limit } from '../limits.js';
import type { Code } from '../messages.js';
import type { FirewallPolicyRules, NetworkRule } from '../model.js';
import { groupJson } from '../print/arm.js';

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function passed(code: Code, count: number, { value, page, date }: Limit): readonly Finding<Code>[] {
  return count > value ? [{ code, data: { count, limit: value, page, date } }] : [];
}

/** What is said when a documented limit is passed. The group's size is that of its JSON without white space. */
export function limitFindings({ groups }: FirewallPolicyRules): readonly Finding<Code>[] {
  const network = groups
    .flatMap(({ collections }) => collections.flatMap(({ rules }) => rules))
    .filter((rule): rule is NetworkRule => rule.kind === 'network');
  const pairs = network.reduce((sum, rule) => sum + rule.sourceAddresses.length * rule.destinations.length, 0);
  const names = network.flatMap((rule) => (rule.destinationKind === 'fqdn' ? rule.destinations : []));
  return [
    ...passed('azure-firewall/limit-rule-pairs', pairs, networkRulePairs),
    ...passed('azure-firewall/limit-network-fqdns', new Set(names).size, networkRuleFqdns),
    ...groups.flatMap((group) =>
      passed('azure-firewall/limit-group-size', byteLength(JSON.stringify(groupJson(group))), groupBytes),
    ),
  ];
}
