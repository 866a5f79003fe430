/** Domains below which every customer of a service gets names of their own, with the page that says so. */
export interface SharedDomains {
  readonly source: string;
  /** When the page was read. */
  readonly date: string;
  readonly domains: readonly string[];
}

/**
 * A wildcard over one of these reaches accounts of anybody, so that data can leave to them. Partial, as the pages are:
 * what is not listed is not thereby known to be one customer's own.
 */
export const sharedDomains: readonly SharedDomains[] = [
  {
    source: 'https://learn.microsoft.com/azure/security/fundamentals/azure-domains',
    date: '2026-10',
    domains: [
      'azure-api.net',
      'azurecr.io',
      'azureedge.net',
      'azurefd.net',
      'azurewebsites.net',
      'blob.core.windows.net',
      'cloudapp.azure.com',
      'cloudapp.net',
      'database.windows.net',
      'documents.azure.com',
      'file.core.windows.net',
      'queue.core.windows.net',
      'servicebus.windows.net',
      'table.core.windows.net',
      'trafficmanager.net',
      'vault.azure.net',
    ],
  },
  {
    source: 'https://learn.microsoft.com/azure/storage/common/storage-account-overview',
    date: '2026-10',
    domains: ['blob.storage.azure.net', 'dfs.core.windows.net', 'web.core.windows.net'],
  },
  {
    source: 'https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure',
    date: '2026-10',
    domains: [
      'azurecr.us',
      'azurewebsites.us',
      'blob.core.usgovcloudapi.net',
      'database.usgovcloudapi.net',
      'dfs.core.usgovcloudapi.net',
      'file.core.usgovcloudapi.net',
      'queue.core.usgovcloudapi.net',
      'servicebus.usgovcloudapi.net',
      'table.core.usgovcloudapi.net',
      'vault.usgovcloudapi.net',
    ],
  },
  {
    source: 'https://learn.microsoft.com/azure/china/resources-developer-guide',
    date: '2026-10',
    domains: [
      'azurecr.cn',
      'blob.core.chinacloudapi.cn',
      'chinacloudsites.cn',
      'database.chinacloudapi.cn',
      'dfs.core.chinacloudapi.cn',
      'file.core.chinacloudapi.cn',
      'queue.core.chinacloudapi.cn',
      'servicebus.chinacloudapi.cn',
      'table.core.chinacloudapi.cn',
      'vault.azure.cn',
    ],
  },
];
