import { plan } from '@azureml-firewall/catalog';
import type { Policy } from '@azureml-firewall/rule-model';

/** A workspace that uses everything. */
export function everythingOn(): Policy {
  return plan({
    cloud: 'public',
    region: 'eastus2',
    storage: 'contosoml',
    registry: 'contosoacr',
    workspaceId: '00000000-0000-0000-0000-000000000000',
    hbi: true,
    compute: { publicIp: true, kubernetes: 'aks' },
    packages: { python: true, r: true, pytorch: true, tensorflow: true, ownIndex: true },
    tools: { vscode: ['web', 'desktop', 'remote'], rstudio: true, automl: true },
    firewallBeforeStorage: true,
    network: { sources: ['10.20.0.0/16'] },
  }).policy;
}
