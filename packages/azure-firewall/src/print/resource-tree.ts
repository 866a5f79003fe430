import { portText } from '@azureml-firewall/rule-model';
import type { Json } from '@azureml-firewall/renderer-kit';
import type { ApplicationRule, NetworkRule, RuleCollection, RuleCollectionGroup } from '../model.js';

/** An object of a resource, in the names of the resource provider. */
export type Tree = Readonly<Record<string, Json>>;

/** Which objects carry which entries. */
export type Carriers = Map<Json, readonly string[]>;

/** How a language writes what is not the same in all of them. */
export interface Spelling {
  /** A text of the policy's author, to be taken as it stands. */
  readonly text: (text: string) => string;
  /** The id of an IP group. */
  readonly ipGroup: (name: string) => Json;
}

/** The fields in which the destinations of a network rule stand. */
export const destinationField: Readonly<Record<NetworkRule['destinationKind'], string>> = {
  'service-tag': 'destinationAddresses',
  prefix: 'destinationAddresses',
  fqdn: 'destinationFqdns',
  'ip-group': 'destinationIpGroups',
};

/** Where a rule's traffic comes from. */
export function sourcesTree({ sourceAddresses, sourceIpGroups }: NetworkRule | ApplicationRule, by: Spelling): Tree {
  return sourceIpGroups ? { sourceIpGroups: sourceIpGroups.map(by.ipGroup) } : { sourceAddresses };
}

/** Where a network rule's traffic goes. */
export function destinationsTree({ destinationKind, destinations }: NetworkRule, by: Spelling): Tree {
  return {
    [destinationField[destinationKind]]: destinationKind === 'ip-group' ? destinations.map(by.ipGroup) : destinations,
  };
}

function networkRule(rule: NetworkRule, by: Spelling): Tree {
  return {
    ruleType: 'NetworkRule',
    name: rule.name,
    description: by.text(rule.description),
    ipProtocols: rule.protocols,
    ...sourcesTree(rule, by),
    ...destinationsTree(rule, by),
    destinationPorts: rule.ports.map(portText),
  };
}

/** The protocols of an application rule. */
export function protocolsTree({ protocols }: ApplicationRule): readonly Tree[] {
  return protocols.map(({ type, port }) => ({ protocolType: type, port }));
}

/** Whether a rule opens connections to read their paths: those of plain HTTP are open as they are. */
export function terminatesTls({ targetKind, protocols }: ApplicationRule): boolean {
  return targetKind === 'url' && protocols.some(({ type }) => type === 'Https');
}

function applicationRule(rule: ApplicationRule, by: Spelling): Tree {
  const byUrl = rule.targetKind === 'url';
  return {
    ruleType: 'ApplicationRule',
    name: rule.name,
    description: by.text(rule.description),
    ...sourcesTree(rule, by),
    protocols: protocolsTree(rule),
    [byUrl ? 'targetUrls' : 'targetFqdns']: rule.targets,
    ...(terminatesTls(rule) ? { terminateTLS: true } : {}),
  };
}

function collectionTree({ name, priority, action, rules }: RuleCollection, by: Spelling, carriers: Carriers): Tree {
  return {
    ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
    name,
    priority,
    action: { type: action },
    rules: rules.map((rule) => {
      const node = rule.kind === 'network' ? networkRule(rule, by) : applicationRule(rule, by);
      carriers.set(node, rule.entries);
      return node;
    }),
  };
}

/** The properties of a group as the resource provider takes them (firewallPolicy.json, 2022-07). */
export function groupTree(
  { priority, collections }: RuleCollectionGroup,
  by: Spelling,
  carriers: Carriers = new Map(),
): Tree {
  return { priority, ruleCollections: collections.map((collection) => collectionTree(collection, by, carriers)) };
}

/** The names of the IP groups that a group's rules name, each once. */
export function ipGroupsIn({ collections }: RuleCollectionGroup): readonly string[] {
  const rules = collections.flatMap((collection) => collection.rules);
  const names = rules.flatMap((rule) => [
    ...(rule.sourceIpGroups ?? []),
    ...(rule.kind === 'network' && rule.destinationKind === 'ip-group' ? rule.destinations : []),
  ]);
  return [...new Set(names)];
}

/** What a new policy takes from parameters. */
export interface PolicyParameters {
  readonly certificateName: Json;
  readonly certificateSecretId: Json;
}

/** The properties of a new policy. */
export function policyTree(
  { sku, dnsProxy, tlsInspection }: { sku: string; dnsProxy: boolean; tlsInspection: boolean },
  { certificateName, certificateSecretId }: PolicyParameters,
): Tree {
  return {
    sku: { tier: sku },
    ...(dnsProxy ? { dnsSettings: { enableProxy: true } } : {}),
    ...(tlsInspection
      ? {
          transportSecurity: {
            certificateAuthority: { name: certificateName, keyVaultSecretId: certificateSecretId },
          },
        }
      : {}),
  };
}
