/** Domains below which every customer of a service gets names of their own, with the page that says so. */
export interface SharedDomains {
  readonly source: string;
  /** The page's own date. */
  readonly date: string;
  readonly domains: readonly string[];
}

/** The services of a storage account, which have the same names below the storage suffix of every cloud. */
function storage(suffix: string): readonly string[] {
  return ['blob', 'dfs', 'file', 'queue', 'table'].map((service) => `${service}.${suffix}`);
}

/**
 * A wildcard over one of these reaches accounts of anybody, so that data can leave to them. Partial, as the pages are:
 * what is not listed is not thereby known to be one customer's own.
 */
export const sharedDomains: readonly SharedDomains[] = [
  {
    source: 'https://learn.microsoft.com/azure/security/fundamentals/azure-domains',
    date: '2020-07-07',
    domains: [
      'azure-api.net',
      'azurecr.io',
      'azureedge.net',
      'azurefd.net',
      'azurewebsites.net',
      'cloudapp.azure.com',
      'cloudapp.net',
      'database.windows.net',
      'servicebus.windows.net',
      'trafficmanager.net',
    ],
  },
  {
    source: 'https://learn.microsoft.com/azure/storage/common/storage-account-overview',
    date: '2022-01-24',
    domains: storage('core.windows.net'),
  },
  {
    source: 'https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure',
    date: '2020-09-09',
    domains: [
      'azure-api.us',
      'azurecr.us',
      'azurewebsites.us',
      'cloudapp.usgovcloudapi.net',
      'database.usgovcloudapi.net',
      'documents.azure.com',
      'documents.azure.us',
      'servicebus.usgovcloudapi.net',
      'usgovcloudapp.net',
      'usgovtrafficmanager.net',
      'vault.azure.net',
      'vault.usgovcloudapi.net',
      ...storage('core.usgovcloudapi.net'),
    ],
  },
  {
    source:
      'https://github.com/hashicorp/go-azure-sdk/blob/188b90e82a0e6789991c20ee9b748f7e022ad695/sdk/environments/azure_china.go',
    date: '2023',
    domains: [
      'azure-api.cn',
      'azurecr.cn',
      'database.chinacloudapi.cn',
      'documents.azure.cn',
      'servicebus.chinacloudapi.cn',
      'trafficmanager.cn',
      'vault.azure.cn',
      ...storage('core.chinacloudapi.cn'),
    ],
  },
];
