import type { Carriers, Tree } from '../print/resource-tree.js';
import type { Item } from '../print/terraform-tree.js';
import { routesItem, securityGroupItem } from './blocks.js';
import type { RouteTable, SecurityGroup } from './model.js';
import { routeTableTree, securityGroupTree } from './trees.js';

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
  readonly properties: (text: (text: string) => string, carriers: Carriers) => Tree;
  readonly item: Item;
}

/** What the names of variables are in a shell and in Terraform. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function ofSecurityGroup(group: SecurityGroup): SubnetResource {
  return {
    stem: 'network-security-group',
    type: 'networkSecurityGroups',
    providerType: 'azurerm_network_security_group',
    parameter: 'networkSecurityGroupName',
    name: group.name,
    means: 'The network security group of the compute subnet. Its rules are replaced.',
    properties: (text, carriers) => securityGroupTree(group, text, carriers),
    item: securityGroupItem(group),
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
    properties: () => routeTableTree(table),
    item: routesItem(table),
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
