import type { Json } from '@azureml-firewall/renderer-kit';
import { snakeCase, type Parameter } from '../print/parameters.js';
import type { Carriers, Tree } from '../print/resource-tree.js';
import type { Item } from '../print/terraform-tree.js';
import { routesItem, securityGroupItem } from './blocks.js';
import type { RouteTable, SecurityGroup } from './model.js';
import { routeTableTree, securityGroupTree } from './trees.js';

/** How a language writes what is not the same in all of them. */
export interface Words {
  readonly text: (text: string) => string;
  readonly parameter: (name: string) => Json;
}

const location: Parameter = { name: 'location', kind: 'region', description: 'Azure region of the subnet.' };
const tags: Parameter = { name: 'tags', kind: 'tags', description: 'Tags of the resource. They are replaced as well.' };
const propagation: Parameter = {
  name: 'disableBgpRoutePropagation',
  kind: 'switch',
  description: 'Whether routes that a gateway learns stay out of the table. It is set, whatever it was.',
};

/** A resource that is printed into files of its own, whatever the language. */
export interface SubnetResource {
  /** Of the files' names. */
  readonly stem: string;
  /** Below `Microsoft.Network`. */
  readonly type: string;
  /** Of the azurerm provider. */
  readonly providerType: string;
  /** Name of the parameter that holds the resource's name, in camel case. */
  readonly parameter: string;
  readonly name: string;
  readonly means: string;
  /** What else is asked of who deploys. */
  readonly parameters: readonly Parameter[];
  /** In the words of a language: how it writes a text, and the value of a parameter. */
  readonly properties: (words: Words, carriers: Carriers) => Tree;
  readonly items: readonly Item[];
}

function ofSecurityGroup(group: SecurityGroup): SubnetResource {
  return {
    stem: 'network-security-group',
    type: 'networkSecurityGroups',
    providerType: 'azurerm_network_security_group',
    parameter: 'networkSecurityGroupName',
    name: group.name,
    means: 'The network security group of the compute subnet. Its rules are replaced.',
    parameters: [location, tags],
    properties: ({ text }, carriers) => securityGroupTree(group, text, carriers),
    items: [securityGroupItem(group)],
  };
}

function ofRouteTable(table: RouteTable): SubnetResource {
  return {
    stem: 'route-table',
    type: 'routeTables',
    providerType: 'azurerm_route_table',
    parameter: 'routeTableName',
    name: table.name,
    means: 'The route table of the compute subnet. Its routes are replaced.',
    parameters: [location, tags, propagation],
    properties: ({ parameter }) => routeTableTree(table, parameter(propagation.name)),
    items: [
      { key: 'bgp_route_propagation_enabled', value: { expression: `!var.${snakeCase(propagation.name)}` } },
      routesItem(table),
    ],
  };
}

/** The resources of a subnet, each of them only when there is something in it. */
export function resourcesOf({
  securityGroup,
  routeTable,
}: {
  readonly securityGroup?: SecurityGroup;
  readonly routeTable?: RouteTable;
}): readonly SubnetResource[] {
  return [
    ...(securityGroup ? [ofSecurityGroup(securityGroup)] : []),
    ...(routeTable ? [ofRouteTable(routeTable)] : []),
  ];
}
