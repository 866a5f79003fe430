import { mergePorts, portText, sourceText } from '@azureml-firewall/rule-model';
import {
  describe,
  stableHash,
  type Assembled,
  type Context,
  type Finding,
  type Placed,
} from '@azureml-firewall/renderer-kit';
import { newerVersionFacts, outboundRuleVersions } from '../api-versions.js';
import {
  knownTags,
  lostRules,
  nameLength,
  page,
  prefixPage,
  requiredTags,
  storageDomains,
  tagBesidePrefixes,
} from './facts.js';
import type { ManagedNetworkCode as Code } from './messages.js';
import type {
  FqdnRule,
  ManagedMatch,
  ManagedNetworkRules,
  OutboundRule,
  PrivateEndpointRule,
  ServiceTagRule,
} from './model.js';
import type { ManagedNetworkOptions } from './options.js';
import { versionOf } from './versions.js';

type Cx = Context<ManagedNetworkOptions>;
type Pair<Rule extends ManagedMatch['rule'] = ManagedMatch['rule']> = readonly [
  match: Extract<ManagedMatch, { rule: Rule }>,
  placed: Placed<ManagedMatch>,
];

/** Readable, and told apart by a hash of what the rule is for: it names the same rule for ever. */
function nameOf(word: string, key: string): string {
  const hash = stableHash(key).slice(-8);
  const legal = word.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-/, '');
  return `${legal.slice(0, nameLength - 1 - hash.length).replace(/-$/, '')}-${hash}`;
}

function headOf(name: string, pairs: readonly Pair[]): Pick<OutboundRule, 'name' | 'reasons' | 'entries'> {
  return {
    name,
    reasons: [...new Set(pairs.map(([, { entry }]) => describe(entry.rule, 512)))],
    entries: [...new Set(pairs.map(([, { entry }]) => entry.id))],
  };
}

function joined<Rule extends ManagedMatch['rule']>(
  placed: readonly Placed<ManagedMatch>[],
  rule: Rule,
  keyOf: (...pair: Pair<Rule>) => string,
): readonly (readonly [key: string, pairs: readonly [Pair<Rule>, ...Pair<Rule>[]]])[] {
  type Wanted = Extract<ManagedMatch, { rule: Rule }>;
  const byKey = new Map<string, [Pair<Rule>, ...Pair<Rule>[]]>();
  for (const one of placed)
    for (const match of one.nodes.filter((node): node is Wanted => node.rule === rule)) {
      const key = keyOf(match, one);
      const pairs = byKey.get(key);
      if (pairs) pairs.push([match, one]);
      else byKey.set(key, [[match, one]]);
    }
  return [...byKey];
}

function fqdnRules(placed: readonly Placed<ManagedMatch>[]): readonly FqdnRule[] {
  return joined(placed, 'fqdn', ({ host }) => host).map(([host, pairs]) => ({
    kind: 'fqdn',
    ...headOf(nameOf(host, host), pairs),
    destination: host,
  }));
}

/** One rule for a tag and protocol, whichever of the policy's rules ask for it. */
function tagRules(placed: readonly Placed<ManagedMatch>[]): readonly ServiceTagRule[] {
  return joined(placed, 'service-tag', ({ tag, protocol }) => `${tag} ${protocol}`).map(([key, pairs]) => ({
    kind: 'service-tag',
    ...headOf(nameOf(key, key), pairs),
    tag: pairs[0][0].tag,
    prefixes: [],
    protocol: pairs[0][0].protocol,
    ports: mergePorts(pairs.flatMap(([{ ports }]) => ports)),
  }));
}

function prefixRules(placed: readonly Placed<ManagedMatch>[]): readonly ServiceTagRule[] {
  const keyOf = ({ protocol, ports }: Pair<'prefixes'>[0], { entry }: Placed<ManagedMatch>): string =>
    `${entry.rule.id} ${protocol} ${ports.map(portText).join(' ')}`;
  return joined(placed, 'prefixes', keyOf).map(([key, pairs]) => ({
    kind: 'service-tag',
    ...headOf(nameOf(pairs[0][1].entry.rule.id, key), pairs),
    prefixes: [...new Set(pairs.flatMap(([{ prefixes }]) => prefixes))],
    protocol: pairs[0][0].protocol,
    ports: pairs[0][0].ports,
  }));
}

/** All that are asked for by option, whether an entry of the policy needs them or not. */
function endpointRules(placed: readonly Placed<ManagedMatch>[], { options }: Cx): readonly PrivateEndpointRule[] {
  const used = new Map(joined(placed, 'private-endpoint', ({ name }) => name));
  return options.privateEndpoints.map(({ name, serviceResourceId, subresourceTarget, sparkEnabled = false }) => ({
    kind: 'private-endpoint',
    ...headOf(name, used.get(name) ?? []),
    serviceResourceId,
    subresourceTarget,
    sparkEnabled,
  }));
}

function isOneOf(tag: string, tags: readonly string[]): boolean {
  return tags.includes(tag) || tags.includes(tag.split('.')[0] ?? tag);
}

function say(code: Code, data: Finding['data'], applies: boolean): readonly Finding<Code>[] {
  return applies ? [{ code, data }] : [];
}

/** What is said of the languages that are printed. */
function ofTools(
  rules: readonly OutboundRule[],
  apiVersion: string,
  languages: ManagedNetworkOptions['languages'],
): readonly Finding<Code>[] {
  const newer = newerVersionFacts(apiVersion, outboundRuleVersions);
  const isTerraform = languages.some((language) => language.startsWith('terraform'));
  const isVersioned = isTerraform || languages.includes('arm') || languages.includes('bicep');
  return [
    ...(newer && isVersioned ? [{ code: 'azure-managed-network/api-version-not-known' as const, data: newer }] : []),
    ...say(
      'azure-managed-network/one-rule-at-a-time',
      { rules: rules.length, page: lostRules },
      isTerraform && rules.length > 0,
    ),
  ];
}

function findingsOf(
  rules: readonly OutboundRule[],
  placed: readonly Placed<ManagedMatch>[],
  { cloud, options: { apiVersion, languages } }: Cx,
): readonly Finding<Code>[] {
  const byName = rules.filter((rule): rule is FqdnRule => rule.kind === 'fqdn');
  const byTag = rules.filter((rule): rule is ServiceTagRule => rule.kind === 'service-tag');
  const tags = [...new Set(byTag.flatMap(({ tag }) => tag ?? []))].toSorted();
  const required = tags.filter((tag) => isOneOf(tag, requiredTags));
  const unlisted = tags.filter((tag) => !knownTags.has(tag));
  const prefixed = byTag.filter(({ tag }) => tag === undefined).map(({ name }) => name);
  const storage = byName
    .map(({ destination }) => destination)
    .filter((host) => host.endsWith(`.${storageDomains[cloud]}`));
  const sources = [...new Set(placed.flatMap(({ entry }) => entry.rule.sources.map(sourceText)))].filter(
    (text) => text !== '*',
  );
  return [
    ...say('azure-managed-network/needs-approved-outbound', {}, byName.length + byTag.length > 0),
    ...say('azure-managed-network/billed-firewall', { rules: byName.length, page }, byName.length > 0),
    ...say('azure-managed-network/storage-by-name', { hosts: storage, page }, storage.length > 0),
    ...say('azure-managed-network/required-by-azure', { tags: required, page }, required.length > 0),
    ...say('azure-managed-network/tag-not-listed', { tags: unlisted }, unlisted.length > 0),
    ...say(
      'azure-managed-network/prefixes-not-verified',
      { rules: prefixed, version: versionOf(byTag, apiVersion), page: prefixPage, tag: tagBesidePrefixes },
      prefixed.length > 0,
    ),
    ...ofTools(rules, apiVersion, languages),
    ...say('azure-managed-network/sources-not-expressible', { sources }, sources.length > 0),
  ];
}

/** One rule for each host, each tag by protocol and each list of prefixes. Their order decides nothing. */
export function assemble(placed: readonly Placed<ManagedMatch>[], cx: Cx): Assembled<ManagedNetworkRules, Code> {
  const rules = [...tagRules(placed), ...prefixRules(placed), ...fqdnRules(placed), ...endpointRules(placed, cx)];
  return { model: { rules }, findings: findingsOf(rules, placed, cx) };
}
