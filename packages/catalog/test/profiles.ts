import type { ProfileInput } from '@azureml-firewall/catalog';
import type { Cloud } from '@azureml-firewall/rule-model';

/** A region of each cloud, for tests that need one. */
export const regionOf: Readonly<Record<Cloud, string>> = {
  public: 'eastus2',
  usgov: 'usgovvirginia',
  china: 'chinanorth3',
};

/** A workspace that uses everything. */
export function everythingOn(cloud: Cloud): ProfileInput {
  return {
    cloud,
    region: regionOf[cloud],
    storage: 'contosoml',
    registry: 'contosoacr',
    workspaceId: '00000000-0000-0000-0000-000000000000',
    hbi: true,
    privateEndpoint: true,
    compute: { instances: true, clusters: true, publicIp: true, kubernetes: 'aks' },
    kubernetes: {
      clusterName: 'contoso-dns-1a2b3c4d',
      apiServer: '20.51.4.9',
      endpointName: 'contoso-scoring-5e6f',
      endpointAuth: 'entra-id',
      konnectivity: false,
      nodes: ['gpu', 'windows'],
      addons: [
        'azure-monitor',
        'azure-policy',
        'defender',
        'key-vault-csi',
        'cost-analysis',
        'workload-identity',
        'cluster-extensions',
      ],
      arc: ['cluster-connect', 'custom-locations', 'azure-rbac', 'iot-operations', 'secret-store', 'cert-manager'],
    },
    images: ['microsoft', 'custom'],
    packages: { python: true, r: true, pytorch: true, tensorflow: true, ownIndex: true },
    tools: { studio: true, notebooks: true, vscode: ['web', 'desktop', 'remote'], rstudio: true, automl: true },
    monitoring: { azureMonitor: 'public', support: true },
    firewallBeforeStorage: true,
    network: { sources: ['10.20.0.0/16'], dns: ['10.20.0.10'] },
  };
}

/**
 * Workspaces that together use everything: some conditions exclude each other, such as compute with and without public
 * addresses, or a cluster in AKS and one connected by Azure Arc.
 */
export function everyWorkspace(cloud: Cloud): readonly ProfileInput[] {
  const on = everythingOn(cloud);
  return [
    on,
    { ...on, compute: { ...on.compute, publicIp: false } },
    { ...on, compute: { ...on.compute, kubernetes: 'arc' } },
  ];
}

/** A workspace that uses nothing beyond itself. */
export function everythingOff(cloud: Cloud): ProfileInput {
  return {
    ...everythingOn(cloud),
    hbi: false,
    privateEndpoint: false,
    compute: { instances: false, clusters: false, publicIp: false, kubernetes: 'none' },
    images: [],
    packages: { python: false, r: false, pytorch: false, tensorflow: false, ownIndex: false },
    tools: { studio: false, notebooks: false, vscode: [], rstudio: false, automl: false },
    monitoring: { azureMonitor: 'private', support: false },
    firewallBeforeStorage: false,
  };
}
