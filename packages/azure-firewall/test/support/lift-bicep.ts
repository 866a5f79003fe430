/// <reference types="node" />
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { groupFrom, ipGroupFrom, newPolicyFrom, type BareModel, type Reading } from './lift-resources.js';

const require = createRequire(import.meta.url);
await Parser.init();
const bicep = await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));

/** Whatever is no literal, by its text. */
class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | boolean | Expression | readonly Value[] | { readonly [key: string]: Value };

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What a text between apostrophes says; one with an interpolation is no plain text. */
function textOf(source: string): string | Expression {
  const inner = source.slice(1, -1);
  if (/(?<!\\)(\\\\)*\$\{/.test(inner)) return new Expression(source);
  return inner.replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped);
}

function childrenOf(node: Node): readonly Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'comment');
}

function valueOf(node: Node): Value {
  if (node.type === 'string') return textOf(node.text);
  if (node.type === 'number') return Number(node.text);
  if (node.type === 'boolean') return node.text === 'true';
  if (node.type === 'array') return childrenOf(node).map(valueOf);
  if (node.type !== 'object') return new Expression(node.text);
  return Object.fromEntries(
    childrenOf(node).map((property): [string, Value] => {
      const [key, value] = childrenOf(property);
      if (!key || !value) throw new Error(`no property: ${property.text}`);
      return [key.text, valueOf(value)];
    }),
  );
}

export interface BicepResource {
  readonly symbol: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly existing: boolean;
  readonly body: Readonly<Record<string, Value>>;
}

interface BicepFile {
  readonly resources: readonly BicepResource[];
  readonly variables: Readonly<Record<string, Value | undefined>>;
  readonly parameters: Readonly<Record<string, Value | undefined>>;
}

/** What is made for each item of a loop. */
function loopedOver(loop: Node): Node {
  const body = childrenOf(loop).find(({ type }) => type === 'object');
  if (!body) throw new Error(`no loop: ${loop.text}`);
  return body;
}

function resourceOf(node: Node): BicepResource {
  const [symbol, type, body] = childrenOf(node);
  const pattern = /^'Microsoft\.(?:Network|MachineLearningServices)\/([A-Za-z/]+)@([0-9-]+)'$/;
  const [, kind = '', apiVersion = ''] = pattern.exec(type?.text ?? '') ?? [];
  const value = body && valueOf(body.type === 'for_statement' ? loopedOver(body) : body);
  if (!symbol || typeof value !== 'object' || value instanceof Expression) throw new Error(`no resource: ${node.text}`);
  const existing = /'\s+existing\s+=/.test(node.text.slice(0, node.text.indexOf('{')));
  return { symbol: symbol.text, type: kind, apiVersion, existing, body: value as BicepResource['body'] };
}

/** A file by the grammar of Bicep; what the grammar does not know is an error. */
export function readBicep(text: string): BicepFile {
  const parser = new Parser();
  parser.setLanguage(bicep);
  const root = parser.parse(text)?.rootNode;
  if (!root || root.hasError) throw new Error('no Bicep');
  const all = childrenOf(root);
  const parameters = all
    .filter(({ type }) => type === 'parameter_declaration')
    .map((node): [string, Value | undefined] => {
      const [name, , byDefault] = childrenOf(node);
      return [name?.text ?? '', byDefault && valueOf(byDefault)];
    });
  const variables = all
    .filter(({ type }) => type === 'variable_declaration')
    .map((node): [string, Value | undefined] => {
      const [name, value] = childrenOf(node);
      return [name?.text ?? '', value && valueOf(value)];
    });
  return {
    variables: Object.fromEntries(variables),
    resources: all.filter(({ type }) => type === 'resource_declaration').map(resourceOf),
    parameters: Object.fromEntries(parameters),
  };
}

/** The model that a Bicep file says. */
export function liftBicep(text: string): BareModel {
  const { resources, parameters } = readBicep(text);
  const of = (type: string): readonly BicepResource[] => resources.filter((resource) => resource.type === type);
  const nameOf = ({ body }: BicepResource): string => {
    if (typeof body['name'] !== 'string') throw new Error('no name');
    return body['name'];
  };
  const ipGroups = of('ipGroups');
  const names = new Map(ipGroups.map((group) => [`${group.symbol}.id`, nameOf(group)]));
  const reading: Reading = {
    text: (description) => description,
    ipGroup: (id) => {
      const name = id instanceof Expression ? names.get(id.text) : undefined;
      if (name === undefined) throw new Error(`no IP group: ${String(id)}`);
      return name;
    },
  };
  const [policy] = of('firewallPolicies');
  const name = parameters['firewallPolicyName'];
  if (typeof name !== 'string') throw new Error('the policy has no name');
  return {
    policy: policy?.existing ? { name } : { name, create: newPolicyFrom(policy?.body['properties']) },
    ipGroups: ipGroups.map((group) => ipGroupFrom(nameOf(group), group.body['properties'])),
    groups: of('firewallPolicies/ruleCollectionGroups').map((group) => {
      if (!(group.body['parent'] instanceof Expression) || group.body['parent'].text !== policy?.symbol)
        throw new Error('a group of no policy');
      return groupFrom(nameOf(group), group.body['properties'], reading);
    }),
  };
}
