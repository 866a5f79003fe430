import type { Artifact, Context, Json } from '@azureml-firewall/renderer-kit';
import { limitOf } from '../limits.js';
import type { FirewallPolicyRules } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { waitsFor } from './chain.js';
import { parametersOf, policyNameMeans, type Parameter, type ParameterKind } from './parameters.js';
import { groupTree, policyTree, type Carriers, type Spelling, type Tree } from './resource-tree.js';
import { symbolIn, symbolsOf } from './symbols.js';
import { written, type Writer } from './writer.js';

type Cx = Context<AzureFirewallOptions>;

/** The key of an object that stands for an expression: no property has it. */
const code = '=';

/** An expression in Bicep's own words. */
export function expression(text: string): Json {
  return { [code]: text };
}

/** A text between apostrophes in which nothing is interpolated. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('${', '\\${')}'`;
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}

function isTree(node: Json): node is Tree {
  return typeof node === 'object' && node !== null && !isList(node);
}

function printBlock(writer: Writer, open: string, close: string, body: () => void): void {
  writer.line(open);
  writer.indented(body);
  writer.line(close);
}

/** A value after its key. */
export function printValue(writer: Writer, prefix: string, node: Json, carriers: Carriers): void {
  if (isList(node))
    printBlock(writer, `${prefix}[`, ']', () => {
      for (const item of node) printValue(writer, '', item, carriers);
    });
  else if (!isTree(node)) writer.line(`${prefix}${typeof node === 'string' ? quoted(node) : String(node)}`);
  else if (typeof node[code] === 'string') writer.line(`${prefix}${node[code]}`);
  else if (Object.keys(node).length === 0) writer.line(`${prefix}{}`);
  else
    writer.carrying(carriers.get(node) ?? [], () => {
      printBlock(writer, `${prefix}{`, '}', () => {
        for (const [key, value] of Object.entries(node)) printValue(writer, `${key}: `, value, carriers);
      });
    });
}

interface Resource {
  readonly symbol: string;
  readonly type: string;
  readonly existing?: boolean;
  readonly body: Tree;
}

function policyResource({ policy }: FirewallPolicyRules): Resource {
  const head = { symbol: 'firewallPolicy', type: 'firewallPolicies' };
  const name = expression('firewallPolicyName');
  if (!policy.create) return { ...head, existing: true, body: { name } };
  const identity = { type: 'UserAssigned', userAssignedIdentities: { "'${identityId}'": {} } };
  const properties = policyTree(policy.create, {
    certificateName: expression('certificateName'),
    certificateSecretId: expression('certificateSecretId'),
  });
  return {
    ...head,
    body: {
      name,
      location: expression('location'),
      tags: expression('tags'),
      ...(policy.create.tlsInspection ? { identity } : {}),
      properties,
    },
  };
}

function after(symbol: string | undefined): Tree {
  return symbol === undefined ? {} : { dependsOn: [expression(symbol)] };
}

function resourcesOf(model: FirewallPolicyRules, carriers: Carriers, { options }: Cx): readonly Resource[] {
  const { groups, ipGroups } = model;
  const symbols = symbolsOf(
    'ipGroup',
    ipGroups.map(({ name }) => name),
  );
  const groupSymbols = symbolsOf(
    'rules',
    groups.map(({ name }) => name),
  );
  const spelling: Spelling = {
    text: (text) => text,
    ipGroup: (name) => expression(`${symbolIn(symbols, name)}.id`),
  };
  return [
    policyResource(model),
    ...ipGroups.map(({ name, addresses }, place): Resource => {
      const before = waitsFor(ipGroups, place, limitOf('ipGroupUpdates', options.limits));
      return {
        symbol: symbolIn(symbols, name),
        type: 'ipGroups',
        body: {
          name,
          location: expression('location'),
          tags: expression('tags'),
          ...after(before && symbolIn(symbols, before.name)),
          properties: { ipAddresses: addresses },
        },
      };
    }),
    ...groups.map((group, place): Resource => {
      const before = groups[place - 1];
      return {
        symbol: symbolIn(groupSymbols, group.name),
        type: 'firewallPolicies/ruleCollectionGroups',
        body: {
          parent: expression('firewallPolicy'),
          name: group.name,
          // The policy and the IP groups are named inside: only the order of the groups has to be said.
          ...after(before && symbolIn(groupSymbols, before.name)),
          properties: groupTree(group, spelling, carriers),
        },
      };
    }),
  ];
}

const kinds: Readonly<Record<ParameterKind, string>> = {
  text: 'string',
  region: 'string = resourceGroup().location',
  tags: 'object = {}',
  switch: 'bool = false',
};

/** Parameters after the first one. */
export function printParameters({ line }: Writer, list: readonly Parameter[]): void {
  for (const { name, kind, description } of list) {
    line('');
    line(`@description(${quoted(description)})`);
    line(`param ${name} ${kinds[kind]}`);
  }
}

/** What stands at the head of each file. */
export function printHeading({ line }: Writer, { cloud, region, edition }: Context<unknown>): void {
  for (const [key, value] of Object.entries({ cloud, region, edition })) line(`metadata ${key} = ${quoted(value)}`);
  line('');
}

/** A Bicep file that deploys as it is. */
export function printBicep(model: FirewallPolicyRules, context: Cx): Artifact {
  const { options } = context;
  const carriers: Carriers = new Map();
  const printed = written((writer) => {
    printHeading(writer, context);
    writer.line(`@description(${quoted(policyNameMeans(model))})`);
    writer.line(`param firewallPolicyName string = ${quoted(model.policy.name)}`);
    printParameters(writer, parametersOf(model));
    for (const { symbol, type, existing, body } of resourcesOf(model, carriers, context)) {
      const head = `resource ${symbol} 'Microsoft.Network/${type}@${options.apiVersion}'${existing ? ' existing' : ''} = `;
      writer.line('');
      printValue(writer, head, body, carriers);
    }
  });
  return { path: 'rule-collection-group.bicep', ...printed };
}
