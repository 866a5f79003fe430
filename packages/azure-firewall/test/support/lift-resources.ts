import * as z from 'zod';
import type { ApplicationRule, FirewallPolicyRules, NetworkRule, RuleCollection } from '../../src/index.js';

type Bare<R> = R extends unknown ? Omit<R, 'entries'> : never;
type BareCollection = Omit<RuleCollection, 'rules'> & {
  readonly rules: readonly Bare<NetworkRule | ApplicationRule>[];
};

/** A model as a text can tell it: what entry a rule is for is told by spans only. */
export interface BareModel {
  readonly policy: FirewallPolicyRules['policy'];
  readonly ipGroups: FirewallPolicyRules['ipGroups'];
  readonly groups: readonly {
    readonly name: string;
    readonly priority: number;
    readonly collections: readonly BareCollection[];
  }[];
}

/** Collections without what no text tells. */
export function bareCollections(collections: readonly RuleCollection[]): readonly BareCollection[] {
  return collections.map((collection) => ({
    ...collection,
    rules: collection.rules.map(({ entries, ...rule }) => rule),
  }));
}

/** A model without what no text tells. */
export function bare({ policy, ipGroups, groups }: FirewallPolicyRules): BareModel {
  return {
    policy,
    ipGroups,
    groups: groups.map((group) => ({ ...group, collections: bareCollections(group.collections) })),
  };
}

/** How a language spells what is not the same in all of them, read backwards. */
export interface Reading {
  readonly text: (text: string) => string;
  readonly ipGroup: (id: unknown) => string;
}

const texts = z.array(z.string().min(1)).min(1);

function portsOf(list: readonly string[]): NetworkRule['ports'] {
  return list.map((text) => {
    const [from = '', to = from] = text === '*' ? ['1', '65535'] : text.split('-');
    return { from: Number(from), to: Number(to) };
  });
}

/** The parts of a rule under the names that all languages are brought to. */
export interface Parts {
  readonly name: string;
  readonly description: string;
  readonly sourceAddresses?: readonly string[] | undefined;
  readonly sourceIpGroups?: readonly unknown[] | undefined;
}

type Head = Pick<NetworkRule, 'name' | 'description' | 'sourceAddresses' | 'sourceIpGroups'>;

function headOf({ name, description, sourceAddresses, sourceIpGroups }: Parts, reading: Reading): Head {
  if ((sourceAddresses === undefined) === (sourceIpGroups === undefined)) throw new Error(`sources of ${name}`);
  return {
    name,
    description: reading.text(description),
    sourceAddresses: sourceAddresses ?? [],
    ...(sourceIpGroups && { sourceIpGroups: sourceIpGroups.map(reading.ipGroup) }),
  };
}

/** The parts of a network rule: one kind of destination. */
export interface NetworkParts extends Parts {
  readonly protocols: readonly ('TCP' | 'UDP')[];
  readonly addresses?: readonly string[] | undefined;
  readonly fqdns?: readonly string[] | undefined;
  readonly ipGroups?: readonly unknown[] | undefined;
  readonly ports: readonly string[];
}

function destinationsOf(
  { name, addresses, fqdns, ipGroups }: NetworkParts,
  reading: Reading,
): Pick<NetworkRule, 'destinationKind' | 'destinations'> {
  if ([addresses, fqdns, ipGroups].filter((list) => list !== undefined).length !== 1)
    throw new Error(`${name} has not one kind of destination`);
  if (fqdns) return { destinationKind: 'fqdn', destinations: fqdns };
  if (ipGroups) return { destinationKind: 'ip-group', destinations: ipGroups.map(reading.ipGroup) };
  const tags = (addresses ?? []).filter((address) => /^[A-Za-z]/.test(address));
  if (tags.length > 0 && addresses?.length !== 1) throw new Error(`${name} mixes a tag with others`);
  return { destinationKind: tags.length > 0 ? 'service-tag' : 'prefix', destinations: addresses ?? [] };
}

export function networkRule(parts: NetworkParts, reading: Reading): Bare<NetworkRule> {
  return {
    kind: 'network',
    ...headOf(parts, reading),
    protocols: parts.protocols,
    ...destinationsOf(parts, reading),
    ports: portsOf(parts.ports),
  };
}

/** The parts of an application rule: hosts, or URLs with TLS inspection. */
export interface ApplicationParts extends Parts {
  readonly protocols: readonly { readonly type: 'Http' | 'Https'; readonly port: number }[];
  readonly fqdns?: readonly string[] | undefined;
  readonly urls?: readonly string[] | undefined;
  readonly inspected?: boolean | undefined;
}

export function applicationRule(parts: ApplicationParts, reading: Reading): Bare<ApplicationRule> {
  const { name, protocols, fqdns, urls, inspected } = parts;
  if ((fqdns === undefined) === (urls === undefined)) throw new Error(`${name} has not one kind of target`);
  const opens = urls !== undefined && protocols.some(({ type }) => type === 'Https');
  if (opens !== (inspected ?? false)) throw new Error(`${name} inspects without need, or does not`);
  return {
    kind: 'application',
    ...headOf(parts, reading),
    protocols,
    targetKind: urls ? 'url' : 'fqdn',
    targets: fqdns ?? urls ?? [],
  };
}

const head = {
  name: z.string().min(1),
  description: z.string().min(1),
  sourceAddresses: texts.optional(),
  sourceIpGroups: z.array(z.unknown()).min(1).optional(),
};
const networkTree = z.strictObject({
  ...head,
  ruleType: z.literal('NetworkRule'),
  ipProtocols: z.array(z.enum(['TCP', 'UDP'])).min(1),
  destinationAddresses: texts.optional(),
  destinationFqdns: texts.optional(),
  destinationIpGroups: z.array(z.unknown()).min(1).optional(),
  destinationPorts: texts,
});
const protocols = z.array(z.strictObject({ protocolType: z.enum(['Http', 'Https']), port: z.int() })).min(1);
const applicationTree = z.strictObject({
  ...head,
  ruleType: z.literal('ApplicationRule'),
  protocols,
  targetFqdns: texts.optional(),
  targetUrls: texts.optional(),
  terminateTLS: z.literal(true).optional(),
});
const groupTree = z.strictObject({
  priority: z.int(),
  ruleCollections: z
    .array(
      z.strictObject({
        ruleCollectionType: z.literal('FirewallPolicyFilterRuleCollection'),
        name: z.string().min(1),
        priority: z.int(),
        action: z.strictObject({ type: z.enum(['Allow', 'Deny']) }),
        rules: z.array(z.discriminatedUnion('ruleType', [networkTree, applicationTree])).min(1),
      }),
    )
    .min(1),
});

/** Reads the properties of a rule collection group in the names of the resource provider. */
export function groupFrom(name: string, properties: unknown, reading: Reading): BareModel['groups'][number] {
  const { priority, ruleCollections } = groupTree.parse(properties);
  return {
    name,
    priority,
    collections: ruleCollections.map(({ ruleCollectionType, action, rules, ...collection }) => ({
      ...collection,
      action: action.type,
      rules: rules.map((rule) =>
        rule.ruleType === 'NetworkRule'
          ? networkRule(
              {
                ...rule,
                protocols: rule.ipProtocols,
                addresses: rule.destinationAddresses,
                fqdns: rule.destinationFqdns,
                ipGroups: rule.destinationIpGroups,
                ports: rule.destinationPorts,
              },
              reading,
            )
          : applicationRule(
              {
                ...rule,
                protocols: rule.protocols.map(({ protocolType, port }) => ({ type: protocolType, port })),
                fqdns: rule.targetFqdns,
                urls: rule.targetUrls,
                inspected: rule.terminateTLS,
              },
              reading,
            ),
      ),
    })),
  };
}

const policyTree = z.strictObject({
  sku: z.strictObject({ tier: z.enum(['Basic', 'Standard', 'Premium']) }),
  dnsSettings: z.strictObject({ enableProxy: z.literal(true) }).optional(),
  transportSecurity: z
    .strictObject({ certificateAuthority: z.strictObject({ name: z.unknown(), keyVaultSecretId: z.unknown() }) })
    .optional(),
});

/** Reads the properties of a new policy. */
export function newPolicyFrom(properties: unknown): NonNullable<BareModel['policy']['create']> {
  const { sku, dnsSettings, transportSecurity } = policyTree.parse(properties);
  return { sku: sku.tier, dnsProxy: dnsSettings !== undefined, tlsInspection: transportSecurity !== undefined };
}

const ipGroupTree = z.strictObject({ ipAddresses: texts });

/** Reads the properties of an IP group. */
export function ipGroupFrom(name: string, properties: unknown): BareModel['ipGroups'][number] {
  return { name, addresses: ipGroupTree.parse(properties).ipAddresses };
}

const classicCollection = <R extends z.ZodType>(rule: R) =>
  z.strictObject({
    name: z.string().min(1),
    properties: z.strictObject({
      priority: z.int(),
      action: z.strictObject({ type: z.enum(['Allow', 'Deny']) }),
      rules: z.array(rule).min(1),
    }),
  });
const classicNetwork = z.strictObject({
  ...head,
  protocols: z.array(z.enum(['TCP', 'UDP'])).min(1),
  destinationAddresses: texts.optional(),
  destinationFqdns: texts.optional(),
  destinationIpGroups: z.array(z.unknown()).min(1).optional(),
  destinationPorts: texts,
});
const classicApplication = z.strictObject({ ...head, protocols, targetFqdns: texts });
const classicLists = z.object({
  networkRuleCollections: z.array(classicCollection(classicNetwork)).min(1).optional(),
  applicationRuleCollections: z.array(classicCollection(classicApplication)).min(1).optional(),
});

/** Reads the rule collections of a classic firewall, in the order of their priorities. */
export function classicFrom(properties: unknown, reading: Reading): readonly BareCollection[] {
  const { networkRuleCollections = [], applicationRuleCollections = [] } = classicLists.parse(properties);
  const network = networkRuleCollections.map(({ name, properties: { priority, action, rules } }) => ({
    name,
    priority,
    action: action.type,
    rules: rules.map((rule) =>
      networkRule(
        {
          ...rule,
          addresses: rule.destinationAddresses,
          fqdns: rule.destinationFqdns,
          ipGroups: rule.destinationIpGroups,
          ports: rule.destinationPorts,
        },
        reading,
      ),
    ),
  }));
  const application = applicationRuleCollections.map(({ name, properties: { priority, action, rules } }) => ({
    name,
    priority,
    action: action.type,
    rules: rules.map((rule) =>
      applicationRule(
        {
          ...rule,
          protocols: rule.protocols.map(({ protocolType, port }) => ({ type: protocolType, port })),
          fqdns: rule.targetFqdns,
        },
        reading,
      ),
    ),
  }));
  return [...network, ...application].toSorted((a, b) => a.priority - b.priority);
}
