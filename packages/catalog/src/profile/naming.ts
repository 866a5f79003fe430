import { accepted, parseCidr, refused, type Parsed } from '@azureml-firewall/rule-model';

// Naming rules and restrictions for Azure resources:
// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules

/** The name of a storage account: 3 to 24 lower-case letters and digits (Microsoft.Storage/storageAccounts). */
export function parseStorageAccountName(text: string): Parsed<string> {
  if (/^[a-z0-9]{3,24}$/.test(text)) return accepted(text);
  return refused('profile/storage-name', text, 'a storage account name: 3 to 24 lower-case letters and digits');
}

/** The name of a container registry: 5 to 50 letters and digits (Microsoft.ContainerRegistry/registries). */
export function parseRegistryName(text: string): Parsed<string> {
  if (/^[A-Za-z0-9]{5,50}$/.test(text)) return accepted(text.toLowerCase());
  return refused('profile/registry-name', text, 'a container registry name: 5 to 50 letters and digits');
}

/** The id of a workspace, a GUID. */
export function parseWorkspaceId(text: string): Parsed<string> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return accepted(text.toLowerCase());
  return refused('profile/workspace-id', text, 'a workspace id such as 00000000-0000-0000-0000-000000000000');
}

/** One label of a host name, such as the one that AKS makes for an API server (RFC 1123, section 2.1). */
export function parseHostLabel(text: string): Parsed<string> {
  if (/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(text)) return accepted(text.toLowerCase());
  return refused('profile/host-label', text, 'the first label of a host name: letters, digits and inner hyphens');
}

/** One address, without a prefix length. */
export function parseAddress(text: string): Parsed<string> {
  return !text.includes('/') && parseCidr(text).ok
    ? accepted(text)
    : refused('profile/address', text, 'one IPv4 or IPv6 address such as 20.51.4.9');
}

/** The name of a zone or interface on a device, or of ours for it: it ends up in vendors' text. */
export function parseZoneName(text: string): Parsed<string> {
  if (/^[A-Za-z0-9]([A-Za-z0-9 ._/-]{0,61}[A-Za-z0-9._/-])?$/.test(text)) return accepted(text);
  return refused('profile/zone-name', text, 'a name of letters, digits, blanks and . _ / -, at most 63 characters');
}
