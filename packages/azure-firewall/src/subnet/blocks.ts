import { portText } from '@azureml-firewall/rule-model';
import type { Body, Item, Scalar } from '../print/terraform-tree.js';
import type { RouteTable, SecurityEnd, SecurityGroup, SecurityRule, UserRoute } from './model.js';

const attribute = (key: string, value: Scalar | readonly Scalar[]): Item => ({ key, value });

const azureDirection = { inbound: 'Inbound', outbound: 'Outbound' } as const;

function endItem(side: 'source' | 'destination', { kind, texts }: SecurityEnd): Item {
  return kind === 'ipv4' || kind === 'ipv6'
    ? attribute(`${side}_address_prefixes`, texts)
    : attribute(`${side}_address_prefix`, texts.join());
}

function ruleBody(rule: SecurityRule): Body {
  const ports = rule.ports.map(portText);
  return {
    entries: rule.entries,
    items: [
      attribute('name', rule.name),
      attribute('description', rule.description),
      attribute('direction', azureDirection[rule.direction]),
      attribute('access', rule.access),
      attribute('priority', rule.priority),
      attribute('protocol', rule.protocol),
      endItem('source', rule.source),
      attribute('source_port_range', '*'),
      endItem('destination', rule.destination),
      ports.includes('*') ? attribute('destination_port_range', '*') : attribute('destination_port_ranges', ports),
    ],
  };
}

/** The rules of a network security group as the azurerm provider takes them. */
export function securityGroupItem({ rules }: SecurityGroup): Item {
  return { key: 'security_rule', blocks: rules.map(ruleBody) };
}

function routeBody({ name, destination, appliance }: UserRoute): Body {
  return {
    items: [
      attribute('name', name),
      attribute('address_prefix', destination),
      attribute('next_hop_type', appliance === undefined ? 'Internet' : 'VirtualAppliance'),
      ...(appliance === undefined ? [] : [attribute('next_hop_in_ip_address', appliance)]),
    ],
  };
}

/** The routes of a table as the azurerm provider takes them. */
export function routesItem({ routes }: RouteTable): Item {
  return { key: 'route', blocks: routes.map(routeBody) };
}
