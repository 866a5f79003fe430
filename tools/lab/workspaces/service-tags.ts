import type { Cloud } from '@azureml-firewall/rule-model';
import { parseServiceTags, prefixesOf, type ServiceTagDocument } from '@azureml-firewall/service-tags';

/** Made-up addresses of the tags that the workspaces need, none of them in use anywhere. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  AzureActiveDirectory: ['198.19.1.0/26', '198.19.1.128/27', '2001:db8:1901::/48'],
  AzureResourceManager: ['198.19.2.0/27', '2001:db8:1902::/56'],
  AzureMachineLearning: ['198.19.3.0/25', '198.19.3.200/29', '2001:db8:1903::/48', '2001:db8:2903::/64'],
  'AzureFrontDoor.Frontend': ['198.19.4.0/24', '2001:db8:1904::/48'],
  BatchNodeManagement: ['198.19.6.0/24', '198.19.7.4/32', '2001:db8:1906::/48'],
  'BatchNodeManagement.region': ['198.19.6.64/26', '2001:db8:1906:40::/64'],
  'Storage.region': ['198.19.8.0/23', '2001:db8:1908::/48'],
  'AzureKeyVault.region': ['198.19.10.0/28', '2001:db8:190a::/64'],
  MicrosoftContainerRegistry: ['198.19.11.0/25'],
  'MicrosoftContainerRegistry.region': ['198.19.11.0/27'],
  'AzureContainerRegistry.region': ['198.19.12.0/26', '2001:db8:190c::/48'],
  AzureMonitor: ['198.19.13.0/24', '198.19.14.16/28', '2001:db8:190d::/48'],
};

/** In no document of another cloud than the public one. */
const publicOnly = { 'AzureFrontDoor.FirstParty': ['198.19.5.0/25', '2001:db8:1905::/48'] };

const clouds: Readonly<Record<Cloud, { readonly name: string; readonly region: string; readonly suffix: string }>> = {
  public: { name: 'Public', region: 'eastus2', suffix: 'EastUS2' },
  usgov: { name: 'AzureGovernment', region: 'usgovvirginia', suffix: 'USGovVirginia' },
  china: { name: 'China', region: 'chinaeast2', suffix: 'ChinaEast2' },
};

/** The lab's own tag document of a cloud, in the form of the weekly download. */
export function labTags(cloud: Cloud): ServiceTagDocument {
  const { name: cloudName, region, suffix } = clouds[cloud];
  const all = { ...addresses, ...(cloud === 'public' && publicOnly) };
  const values = Object.entries(all).map(([key, addressPrefixes]) => {
    const name = key.replace(/\.region$/, `.${suffix}`);
    const properties = {
      changeNumber: 1,
      region: name === key ? '' : region,
      regionId: name === key ? 0 : 1,
      platform: 'Azure',
      systemService: name.split('.')[0] ?? name,
      addressPrefixes,
      networkFeatures: ['API', 'NSG', 'UDR', 'FW'],
    };
    return { name, id: name, properties };
  });
  const parsed = parseServiceTags({ changeNumber: 1, cloud: cloudName, values });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.document;
}

/** Prefixes that stand for the own network, where a tag means it. */
export const virtual = { VirtualNetwork: ['203.0.113.160/27', '2001:db8:cb01::/64'] };

/** The addresses that a tag has in the lab, also where a policy was not told. */
export function labPrefixes(cloud: Cloud): (tag: string) => readonly string[] {
  const document = labTags(cloud);
  return (tag) => (tag === 'VirtualNetwork' ? virtual.VirtualNetwork : (prefixesOf(document, tag)?.prefixes ?? []));
}
