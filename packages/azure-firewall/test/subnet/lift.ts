import { parse } from '@cdktf/hcl2json';
import * as z from 'zod';
import { anyPort, familyOf, parsePortRange, type PortRange } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { RouteTable, SecurityEnd, SecurityGroup, SecurityRule } from '../../src/index.js';
import { armResources } from '../support/lift-arm.js';
import { runAzScript } from '../support/lift-az-cli.js';
import { readBicep } from '../support/lift-bicep.js';

export type BareRule = Omit<SecurityRule, 'entries'>;

/** What a group's or table's printed text says; names of the resources themselves are parameters. */
export interface BareSubnet {
  readonly rules: readonly BareRule[];
  readonly routes: RouteTable['routes'];
}

export function bareSubnet(model: {
  readonly securityGroup?: SecurityGroup;
  readonly routeTable?: RouteTable;
}): BareSubnet {
  return {
    rules: model.securityGroup?.rules.map(({ entries: _, ...rule }) => rule) ?? [],
    routes: model.routeTable?.routes ?? [],
  };
}

const text = z.string().min(1);
const name = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$/);
const range = z.string().regex(/^\d{1,5}(-\d{1,5})?$/);
const prefixes = z.array(z.string().includes('/')).min(1);

/** A security rule as the resource provider publishes it; singular or plural, never both, and no list is empty. */
const properties = z.strictObject({
  description: z.string(),
  direction: z.enum(['Inbound', 'Outbound']),
  access: z.enum(['Allow', 'Deny']),
  priority: z.int().min(100).max(4096),
  protocol: z.enum(['Tcp', 'Udp', '*']),
  sourceAddressPrefix: text.optional(),
  sourceAddressPrefixes: prefixes.optional(),
  sourcePortRange: z.literal('*'),
  destinationAddressPrefix: text.optional(),
  destinationAddressPrefixes: prefixes.optional(),
  destinationPortRange: z.literal('*').optional(),
  destinationPortRanges: z.array(range).min(1).optional(),
});
const securityGroup = z.strictObject({ securityRules: z.array(z.strictObject({ name, properties })).min(1) });

const hop = z.discriminatedUnion('nextHopType', [
  z.strictObject({ addressPrefix: text, nextHopType: z.literal('Internet') }),
  z.strictObject({ addressPrefix: text, nextHopType: z.literal('VirtualAppliance'), nextHopIpAddress: z.ipv4() }),
]);
const routeTable = z.strictObject({
  disableBgpRoutePropagation: z.literal('asked for'),
  routes: z.array(z.strictObject({ name, properties: hop })).min(1),
});

function endOf(one: string | undefined, many: readonly string[] | undefined): SecurityEnd {
  if ((one === undefined) === (many === undefined)) throw new Error('just one of singular and plural has to stand');
  if (one !== undefined) return { kind: one === '*' ? 'any' : 'service-tag', texts: [one] };
  const kinds = new Set(many?.map(familyOf));
  const [kind = 'ipv4'] = kinds;
  if (kinds.size !== 1) throw new Error('families are mixed');
  return { kind, texts: many ?? [] };
}

function portOf(written: string): PortRange {
  const parsed = parsePortRange(written);
  if (!parsed.ok) throw new Error(`no ports: ${written}`);
  return parsed.value;
}

function ruleOf(head: string, own: z.infer<typeof properties>, say: (written: string) => string): BareRule {
  if ((own.destinationPortRange === undefined) === (own.destinationPortRanges === undefined))
    throw new Error('just one of singular and plural has to stand');
  const description = say(own.description);
  if (description.length > 140) throw new Error(`too long: ${description}`);
  return {
    name: head,
    description,
    direction: own.direction === 'Inbound' ? 'inbound' : 'outbound',
    access: own.access,
    protocol: own.protocol,
    priority: own.priority,
    source: endOf(own.sourceAddressPrefix, own.sourceAddressPrefixes),
    destination: endOf(own.destinationAddressPrefix, own.destinationAddressPrefixes),
    ports: own.destinationPortRanges?.map(portOf) ?? [anyPort],
  };
}

/** A route table of which that is a parameter; what it has to look like depends on the language. */
function askedFor(table: unknown, isAsked: (written: unknown) => boolean): unknown {
  if (table === undefined) return undefined;
  const { disableBgpRoutePropagation: written, ...rest } = table as Readonly<Record<string, unknown>>;
  return { ...rest, disableBgpRoutePropagation: isAsked(written) ? 'asked for' : written };
}

/** The properties of both resources, in the names of the resource provider. */
function fromTrees(group: unknown, table: unknown, say: (written: string) => string = (same) => same): BareSubnet {
  const rules = group === undefined ? [] : securityGroup.parse(group).securityRules;
  const routes = table === undefined ? [] : routeTable.parse(table).routes;
  return {
    rules: rules.map((rule) => ruleOf(rule.name, rule.properties, say)),
    routes: routes.map((route) => ({
      name: route.name,
      destination: route.properties.addressPrefix,
      destinationKind: route.properties.addressPrefix.includes('/') ? 'prefix' : 'service-tag',
      ...(route.properties.nextHopType === 'VirtualAppliance' && { appliance: route.properties.nextHopIpAddress }),
    })),
  };
}

/** Between brackets stands an expression, unless the first stands twice. */
function plain(written: string): string {
  if (!written.startsWith('[') || !written.endsWith(']')) return written;
  if (!written.startsWith('[[')) throw new Error(`an expression: ${written}`);
  return written.slice(1);
}

function textIn(artifacts: readonly Artifact[], path: string): string | undefined {
  return artifacts.find((artifact) => artifact.path === path)?.text;
}

function both<T>(
  artifacts: readonly Artifact[],
  ending: string,
  read: (text: string) => T,
): readonly (T | undefined)[] {
  return ['network-security-group', 'route-table'].map((stem) => {
    const found = textIn(artifacts, `${stem}.${ending}`);
    return found === undefined ? undefined : read(found);
  });
}

export function liftSubnet(artifacts: readonly Artifact[]): BareSubnet {
  const [group, table] = both(artifacts, 'json', (json) => armResources(json)[0]?.properties);
  const parameter = "[parameters('disableBgpRoutePropagation')]";
  return fromTrees(
    group,
    askedFor(table, (written) => written === parameter),
    plain,
  );
}

export function liftSubnetBicep(artifacts: readonly Artifact[]): BareSubnet {
  const [group, table] = both(artifacts, 'bicep', (bicep) => readBicep(bicep).resources[0]?.body['properties']);
  return fromTrees(
    group,
    askedFor(table, (written) => (written as { text: string }).text === 'disableBgpRoutePropagation'),
  );
}

export function liftSubnetScript(artifacts: readonly Artifact[]): BareSubnet {
  const [group, table] = both(
    artifacts,
    'sh',
    (script) => (JSON.parse(runAzScript(script)[0]?.body ?? '{}') as { properties?: unknown }).properties,
  );
  // The shell has put in what holds when nothing is said.
  return fromTrees(
    group,
    askedFor(table, (written) => written === false),
  );
}

function camelCase(snake: string): string {
  return snake.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** HashiCorp's parser and its JSON syntax keep the dollar sign that stands twice. */
function unescaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/([$%])\1(?=\{)/g, '$1');
  return Array.isArray(value) ? value.map(unescaped) : value;
}

function treeOf(block: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { name: head, next_hop_in_ip_address, ...rest } = block;
  const own = Object.entries(rest).map(([key, value]) => [camelCase(key), unescaped(value)] as const);
  return {
    name: head,
    properties: {
      ...Object.fromEntries(own),
      ...(next_hop_in_ip_address !== undefined && { nextHopIpAddress: next_hop_in_ip_address }),
    },
  };
}

type Blocks = readonly Readonly<Record<string, unknown>>[];

function bodyIn(file: unknown, type: string): Readonly<Record<string, unknown>> | undefined {
  const resources = (file as { resource: Record<string, { compute: unknown }> } | undefined)?.resource[type]?.compute;
  const [body] = (Array.isArray(resources) ? resources : [resources]) as readonly Record<string, unknown>[];
  return body;
}

function fromTerraform(group: unknown, table: unknown): BareSubnet {
  const rules = bodyIn(group, 'azurerm_network_security_group')?.['security_rule'] as Blocks | undefined;
  const own = bodyIn(table, 'azurerm_route_table');
  const routes = own?.['route'] as Blocks | undefined;
  const written = own?.['bgp_route_propagation_enabled'];
  return fromTrees(
    rules && { securityRules: rules.map(treeOf) },
    routes &&
      askedFor(
        { disableBgpRoutePropagation: written, routes: routes.map(treeOf) },
        () => written === '${!var.disable_bgp_route_propagation}',
      ),
  );
}

export async function liftSubnetTerraform(artifacts: readonly Artifact[]): Promise<BareSubnet> {
  const files = ['network-security-group', 'route-table'].map(async (stem) => {
    const found = textIn(artifacts, `terraform/${stem}/main.tf`);
    return found === undefined ? undefined : parse('main.tf', found);
  });
  const [group, table] = await Promise.all(files);
  return fromTerraform(group, table);
}

export function liftSubnetTerraformJson(artifacts: readonly Artifact[]): BareSubnet {
  const [group, table] = ['network-security-group', 'route-table'].map((stem): unknown => {
    const found = textIn(artifacts, `terraform-json/${stem}/main.tf.json`);
    return found === undefined ? undefined : JSON.parse(found);
  });
  return fromTerraform(group, table);
}
