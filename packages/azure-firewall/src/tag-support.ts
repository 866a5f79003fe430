import type { Cloud } from '@azureml-firewall/rule-model';
import type { Finding } from '@azureml-firewall/renderer-kit';
import type { Code } from './messages.js';

/** Dates of the service-tag documents from which this table was read. */
export const tagDocuments: Readonly<Record<Cloud, string>> = {
  public: '2025-10-28 (change 375)',
  usgov: '2026-07-20 (change 402)',
  china: '2026-07-20 (change 405)',
};

/** Tags that a cloud's document does not have. Source: the service-tag documents above. */
const absent: Readonly<Record<Cloud, readonly string[]>> = {
  public: [],
  usgov: ['AzureFrontDoor.FirstParty'],
  china: ['AzureFrontDoor.FirstParty'],
};

/** Tags whose `networkFeatures` name no firewall, their regional ones included. */
const notListed: Readonly<Record<Cloud, readonly string[]>> = {
  public: [],
  usgov: [],
  china: [
    'AzureContainerRegistry',
    'AzureKeyVault',
    'AzureMonitor',
    'BatchNodeManagement',
    'MicrosoftContainerRegistry',
    'Storage',
  ],
};

/** Tags that lose the firewall feature as soon as a region is added, in every cloud. */
const notListedByRegion = ['AzureMachineLearning', 'BatchNodeManagement'];

/**
 * Tags that stand for the reader's own network: in no document, and not for Azure Firewall
 * (MicrosoftDocs/azure-docs articles/virtual-network/service-tags-overview.md).
 */
const ofTheNetwork: readonly string[] = ['VirtualNetwork', 'AzureLoadBalancer', 'Internet'];

/** Whether a cloud's document does not have a tag. */
export function isAbsent(tag: string, cloud: Cloud): boolean {
  return absent[cloud].includes(tag);
}

/** Why a rule can't name a tag; one that does would fail the whole group. Nothing, as far as the documents tell, if it can. */
export function whyUnusable(tag: string, destination: string, cloud: Cloud): Finding<Code> | undefined {
  if (ofTheNetwork.includes(tag)) return { code: 'azure-firewall/tag-of-network', data: { destination, tag } };
  if (!isAbsent(tag, cloud)) return undefined;
  return { code: 'azure-firewall/tag-absent', data: { destination, tag, cloud, document: tagDocuments[cloud] } };
}

/**
 * Whether a tag's document lists it for firewalls. The list is known to be incomplete (it leaves out `AzureCloud`, which
 * is documented for firewalls), and whether Azure rejects a tag for it is not verified: a reason to warn, not to omit.
 */
export function isListedForFirewalls(tag: string, cloud: Cloud): boolean {
  const [service = tag, region] = tag.split('.');
  if (notListed[cloud].includes(service)) return false;
  return region === undefined || !notListedByRegion.includes(service);
}

/** Whether a tag's document lists it for user-defined routes: in these documents just those that it lists for firewalls. */
export function isListedForRoutes(tag: string, cloud: Cloud): boolean {
  return isListedForFirewalls(tag, cloud);
}

/** Whether a tag's document lists it for network security groups: `AzureMachineLearning.<Region>` has no list at all. */
export function isListedForSecurityGroups(tag: string): boolean {
  return !tag.startsWith('AzureMachineLearning.');
}
