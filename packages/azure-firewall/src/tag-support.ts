import type { Cloud, ServiceTag } from '@azureml-firewall/rule-model';
import type { Finding } from '@azureml-firewall/renderer-kit';
import type { Code } from './messages.js';
import { findTag, isAnywhere, type TagFeature } from './tags/find-tag.js';
import type { TagCode } from './tags/messages.js';
import { tagDocuments } from './tags/table.js';

/**
 * Tags that stand for the reader's own network: in no document, and not for Azure Firewall
 * (MicrosoftDocs/azure-docs articles/virtual-network/service-tags-overview.md).
 */
const ofTheNetwork = ['VirtualNetwork', 'AzureLoadBalancer', 'Internet'];

/** Tags of the platform, which the same page has for security groups and no document lists. */
const ofThePlatform = ['AzurePlatformDNS', 'AzurePlatformIMDS', 'AzurePlatformLKM'];

function isOneOf(tag: string, tags: readonly string[]): boolean {
  return tags.some((other) => other.toLowerCase() === tag.toLowerCase());
}

function spelledAs(tag: string, tags: readonly string[]): string | undefined {
  return tags.find((other) => other.toLowerCase() === tag.toLowerCase());
}

/** A tag as it has to be spelled where it is printed; as it stands if nothing is known of it. */
export function canonicalTag(tag: string, cloud: Cloud): string {
  return findTag(tag, cloud)?.name ?? spelledAs(tag, [...ofTheNetwork, ...ofThePlatform]) ?? tag;
}

/** Whether a cloud's document does not have a tag that another cloud's has. */
export function isAbsent(tag: string, cloud: Cloud): boolean {
  return findTag(tag, cloud) === undefined && isAnywhere(tag);
}

/**
 * Whether no document has a tag, and the policy brings none of its addresses: a slip, or a tag of after their dates.
 * Azure refuses the resource if it is no tag.
 */
export function isUnknown({ tag, resolved }: Pick<ServiceTag, 'tag' | 'resolved'>): boolean {
  return resolved === undefined && !isAnywhere(tag) && !isOneOf(tag, [...ofTheNetwork, ...ofThePlatform]);
}

/** Why a rule can't name a tag; one that does would fail the whole group. Nothing, as far as the documents tell, if it can. */
export function whyUnusable(tag: string, destination: string, cloud: Cloud): Finding<Code> | undefined {
  if (isOneOf(tag, ofTheNetwork)) return { code: 'azure-firewall/tag-of-network', data: { destination, tag } };
  if (!isAbsent(tag, cloud)) return undefined;
  return { code: 'azure-firewall/tag-absent', data: { destination, tag, cloud, document: tagDocuments[cloud] } };
}

/** What is said of a tag of which nothing is known. */
export function unknownTag(tag: string, cloud: Cloud): Finding<TagCode> {
  return { code: 'azure-firewall/tag-unknown', data: { tag, cloud, document: tagDocuments[cloud] } };
}

/** `AzureCloud` is documented for firewalls and routes (service-tags-overview.md), although no document lists it for them. */
function isListedFor(tag: string, cloud: Cloud, feature: TagFeature): boolean {
  const known = findTag(tag, cloud);
  if (!known) return false;
  return known.features.has(feature) || known.name === 'AzureCloud' || known.name.startsWith('AzureCloud.');
}

/**
 * Whether a tag's document lists it for firewalls. The list is known to be incomplete, and whether Azure rejects a tag
 * for it is not verified: a reason to warn, not to omit.
 */
export function isListedForFirewalls(tag: string, cloud: Cloud): boolean {
  return isListedFor(tag, cloud, 'firewall');
}

/** Whether a tag's document lists it for user-defined routes. */
export function isListedForRoutes(tag: string, cloud: Cloud): boolean {
  return isListedFor(tag, cloud, 'route');
}

/** Whether a tag's document lists it for network security groups, or it is one that no document has. */
export function isListedForSecurityGroups(tag: string, cloud: Cloud): boolean {
  return isOneOf(tag, [...ofTheNetwork, ...ofThePlatform]) || isListedFor(tag, cloud, 'security-group');
}
