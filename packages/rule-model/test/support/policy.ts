import type { Origin, Policy } from '@azureml-firewall/rule-model';

const origins: readonly Origin[] = [
  { requirement: 'storage', edition: '2021-09-14', section: 'outbound#1', source: 'https://example.com/article' },
];

/** A policy with every kind of destination, source and optional field, and nothing to object to. */
export const policy: Policy = {
  cloud: 'public',
  region: 'eastus2',
  edition: '2021-09-14',
  collections: [
    {
      id: 'storage',
      title: 'ストレージ',
      rules: [
        {
          id: 'storage-hosts',
          purpose: 'Reads and writes data',
          action: 'allow',
          direction: 'outbound',
          sources: [
            { kind: 'cidr', prefix: '10.20.0.0/16' },
            {
              kind: 'service-tag',
              tag: 'VirtualNetwork',
              resolved: { document: 'weekly 375', prefixes: ['10.0.0.0/8'] },
            },
          ],
          destinations: [
            { kind: 'fqdn', host: 'contosoml.blob.core.windows.net' },
            { kind: 'wildcard', parent: 'azureml.ms' },
            { kind: 'suffix', suffix: 'pytorch.org' },
            { kind: 'url', host: 'raw.githubusercontent.com', path: '/owner/*' },
            {
              kind: 'service-tag',
              tag: 'Storage.EastUS2',
              resolved: { document: 'weekly 375', prefixes: ['13.66.0.0/16', '2603:1030::/45'] },
            },
            { kind: 'cidr', prefix: '192.0.2.0/24' },
          ],
          services: [
            { protocol: 'tcp', ports: [{ from: 443, to: 443 }], application: 'https' },
            {
              protocol: 'udp',
              ports: [
                { from: 53, to: 53 },
                { from: 8704, to: 8710 },
              ],
            },
          ],
          coveredBy: ['Storage.EastUS2', 'AzureMonitor'],
          covering: [
            {
              kind: 'service-tag',
              tag: 'Storage.EastUS2',
              resolved: { document: 'weekly 375', prefixes: ['13.66.0.0/16', '2603:1030::/45'] },
            },
            { kind: 'service-tag', tag: 'AzureMonitor' },
          ],
          necessity: 'required',
          origins,
        },
        {
          id: 'all-else',
          purpose: 'Denies the rest',
          action: 'deny',
          direction: 'inbound',
          sources: [{ kind: 'any' }],
          destinations: [{ kind: 'cidr', prefix: '0.0.0.0/0' }],
          services: [{ protocol: 'tcp', ports: [{ from: 1, to: 65535 }] }],
          necessity: 'optional',
          origins,
        },
      ],
    },
    {
      id: 'packages',
      title: 'Packages',
      rules: [
        {
          id: 'pypi',
          purpose: 'Installs packages',
          action: 'allow',
          direction: 'outbound',
          sources: [{ kind: 'any' }],
          destinations: [{ kind: 'fqdn', host: 'pypi.org' }],
          services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }] }],
          necessity: 'recommended',
          origins,
        },
      ],
    },
  ],
  routes: [
    {
      id: 'batch',
      purpose: 'Answers of the batch service',
      tag: 'BatchNodeManagement.EastUS2',
      byAddress: ['BatchNodeManagement.EastUS2', 'BatchNodeManagement.CentralUS'],
      resolved: { document: 'weekly 375', prefixes: ['20.38.80.0/20', '2603:1030:40c::/48'] },
      nextHop: 'internet',
      origins,
    },
  ],
};
