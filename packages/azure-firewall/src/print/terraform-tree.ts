import { portText } from '@azureml-firewall/rule-model';
import { limitOf, type LimitOverrides } from '../limits.js';
import type { ApplicationRule, FirewallPolicyRules, NetworkRule, RuleCollection } from '../model.js';
import { waitsFor } from './chain.js';
import { terminatesTls } from './resource-tree.js';
import { symbolIn, symbolsOf } from './symbols.js';

/** A reference or another expression, in Terraform's own words. */
export interface Expression {
  readonly expression: string;
}

export type Scalar = string | number | boolean | Expression;

/** `key = value`, an object as value, or blocks of that name. */
export type Item =
  | { readonly key: string; readonly value: Scalar | readonly Scalar[] }
  | { readonly key: string; readonly object: readonly Item[] }
  | { readonly key: string; readonly blocks: readonly Body[] };

/** What stands between the braces of a block. */
export interface Body {
  readonly items: readonly Item[];
  readonly entries?: readonly string[];
}

/** A block at the top of the file: `resource "azurerm_ip_group" "name"`. */
export interface TopBlock {
  readonly labels: readonly [string, ...string[]];
  /** Lines of comment before it, in HCL only. */
  readonly comments?: readonly string[];
  readonly body: Body;
}

const attribute = (key: string, value: Scalar | readonly Scalar[]): Item => ({ key, value });
const blocks = (key: string, bodies: readonly Body[]): Item => ({ key, blocks: bodies });
const expression = (text: string): Expression => ({ expression: text });

const destinationAttribute: Readonly<Record<NetworkRule['destinationKind'], string>> = {
  'service-tag': 'destination_addresses',
  prefix: 'destination_addresses',
  fqdn: 'destination_fqdns',
  'ip-group': 'destination_ip_groups',
};

type Id = (name: string) => Expression;

function sources({ sourceAddresses, sourceIpGroups }: NetworkRule | ApplicationRule, id: Id): Item {
  return sourceIpGroups
    ? attribute('source_ip_groups', sourceIpGroups.map(id))
    : attribute('source_addresses', sourceAddresses);
}

function networkRule(rule: NetworkRule, id: Id): Body {
  const { destinationKind, destinations } = rule;
  return {
    entries: rule.entries,
    items: [
      attribute('name', rule.name),
      attribute('description', rule.description),
      attribute('protocols', rule.protocols),
      sources(rule, id),
      attribute(
        destinationAttribute[destinationKind],
        destinationKind === 'ip-group' ? destinations.map(id) : destinations,
      ),
      attribute('destination_ports', rule.ports.map(portText)),
    ],
  };
}

function applicationRule(rule: ApplicationRule, id: Id): Body {
  const byUrl = rule.targetKind === 'url';
  return {
    entries: rule.entries,
    items: [
      attribute('name', rule.name),
      attribute('description', rule.description),
      sources(rule, id),
      attribute(byUrl ? 'destination_urls' : 'destination_fqdns', rule.targets),
      ...(terminatesTls(rule) ? [attribute('terminate_tls', true)] : []),
      blocks(
        'protocols',
        rule.protocols.map(({ type, port }) => ({ items: [attribute('type', type), attribute('port', port)] })),
      ),
    ],
  };
}

function collectionBody({ name, priority, action, rules }: RuleCollection, id: Id): Body {
  const bodies = rules.map((rule) => (rule.kind === 'network' ? networkRule(rule, id) : applicationRule(rule, id)));
  return {
    items: [
      attribute('name', name),
      attribute('priority', priority),
      attribute('action', action),
      blocks('rule', bodies),
    ],
  };
}

function collectionBlocks(
  collections: readonly RuleCollection[],
  kind: 'network' | 'application',
  id: Id,
): readonly Item[] {
  const alike = collections.filter(({ rules }) => rules[0]?.kind === kind);
  return alike.length === 0
    ? []
    : [
        blocks(
          `${kind}_rule_collection`,
          alike.map((one) => collectionBody(one, id)),
        ),
      ];
}

function policyBlock({ policy }: FirewallPolicyRules): TopBlock {
  const name = attribute('name', expression('var.firewall_policy_name'));
  const group = attribute('resource_group_name', expression('var.resource_group_name'));
  if (!policy.create) return { labels: ['data', 'azurerm_firewall_policy', 'policy'], body: { items: [name, group] } };
  const { sku, dnsProxy, tlsInspection } = policy.create;
  const identity: Body = {
    items: [attribute('type', 'UserAssigned'), attribute('identity_ids', [expression('var.identity_id')])],
  };
  const certificate: Body = {
    items: [
      attribute('name', expression('var.certificate_name')),
      attribute('key_vault_secret_id', expression('var.certificate_secret_id')),
    ],
  };
  return {
    labels: ['resource', 'azurerm_firewall_policy', 'policy'],
    body: {
      items: [
        name,
        group,
        attribute('location', expression('var.location')),
        attribute('tags', expression('var.tags')),
        attribute('sku', sku),
        ...(dnsProxy ? [blocks('dns', [{ items: [attribute('proxy_enabled', true)] }])] : []),
        ...(tlsInspection ? [blocks('identity', [identity]), blocks('tls_certificate', [certificate])] : []),
      ],
    },
  };
}

/** The resources of a model. The provider itself updates the groups of one policy one after the other. */
export function resourceBlocks(model: FirewallPolicyRules, limits: LimitOverrides): readonly TopBlock[] {
  const { ipGroups, groups } = model;
  const symbols = symbolsOf(
    'ip',
    ipGroups.map(({ name }) => name),
  );
  const groupSymbols = symbolsOf(
    'rules',
    groups.map(({ name }) => name),
  );
  const address = (name: string): Expression => expression(`azurerm_ip_group.${symbolIn(symbols, name)}`);
  const id: Id = (name) => expression(`${address(name).expression}.id`);
  const policyId = `${model.policy.create ? '' : 'data.'}azurerm_firewall_policy.policy.id`;
  return [
    policyBlock(model),
    ...ipGroups.map(({ name, addresses }, place): TopBlock => {
      const before = waitsFor(ipGroups, place, limitOf('ipGroupUpdates', limits));
      return {
        labels: ['resource', 'azurerm_ip_group', symbolIn(symbols, name)],
        body: {
          items: [
            attribute('name', name),
            attribute('resource_group_name', expression('var.resource_group_name')),
            attribute('location', expression('var.location')),
            attribute('tags', expression('var.tags')),
            attribute('cidrs', addresses),
            ...(before ? [attribute('depends_on', [address(before.name)])] : []),
          ],
        },
      };
    }),
    ...groups.map(({ name, priority, collections }): TopBlock => ({
      labels: ['resource', 'azurerm_firewall_policy_rule_collection_group', symbolIn(groupSymbols, name)],
      body: {
        items: [
          attribute('name', name),
          attribute('firewall_policy_id', expression(policyId)),
          attribute('priority', priority),
          ...collectionBlocks(collections, 'network', id),
          ...collectionBlocks(collections, 'application', id),
        ],
      },
    })),
  ];
}
