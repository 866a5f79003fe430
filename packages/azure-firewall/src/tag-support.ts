import type { Cloud } from '@azureml-firewall/rule-model';

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

/** Whether a cloud has a tag at all, as far as the documents tell. A tag in the firewall that is absent fails the group. */
export function isAbsent(tag: string, cloud: Cloud): boolean {
  return absent[cloud].includes(tag);
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
