import { portText } from '@azureml-firewall/rule-model';
import type { Json } from '@azureml-firewall/renderer-kit';
import type { Carriers, Tree } from '../print/resource-tree.js';
import type { RouteTable, SecurityEnd, SecurityGroup, SecurityRule, UserRoute } from './model.js';

const azureDirection = { inbound: 'Inbound', outbound: 'Outbound' } as const;

/** The star and the tag in the singular property: the plural takes no tags, and never do both stand. */
function endTree(side: 'source' | 'destination', { kind, texts }: SecurityEnd): Tree {
  return kind === 'ipv4' || kind === 'ipv6'
    ? { [`${side}AddressPrefixes`]: texts }
    : { [`${side}AddressPrefix`]: texts.join() };
}

function portsTree({ ports }: SecurityRule): Tree {
  const texts = ports.map(portText);
  // The star is no range: it stands in the singular property alone.
  return texts.includes('*') ? { destinationPortRange: '*' } : { destinationPortRanges: texts };
}

function ruleTree(rule: SecurityRule, text: (text: string) => string): Tree {
  return {
    name: rule.name,
    properties: {
      description: text(rule.description),
      direction: azureDirection[rule.direction],
      access: rule.access,
      priority: rule.priority,
      protocol: rule.protocol,
      ...endTree('source', rule.source),
      sourcePortRange: '*',
      ...endTree('destination', rule.destination),
      ...portsTree(rule),
    },
  };
}

/** The properties of a network security group in the names of the resource provider. */
export function securityGroupTree(
  { rules }: SecurityGroup,
  text: (text: string) => string,
  carriers: Carriers = new Map(),
): Tree {
  return {
    securityRules: rules.map((rule) => {
      const node = ruleTree(rule, text);
      carriers.set(node, rule.entries);
      return node;
    }),
  };
}

function routeTree({ name, destination, appliance }: UserRoute): Tree {
  const hop =
    appliance === undefined
      ? { nextHopType: 'Internet' }
      : { nextHopType: 'VirtualAppliance', nextHopIpAddress: appliance };
  return { name, properties: { addressPrefix: destination, ...hop } };
}

/** The properties of a route table in the names of the resource provider. */
export function routeTableTree({ routes }: RouteTable, disableBgpRoutePropagation: Json): Tree {
  return { disableBgpRoutePropagation, routes: routes.map(routeTree) };
}
