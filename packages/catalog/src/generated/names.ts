// Made by `npm run build:editions` from data/. Do not edit.
/** The stable id of a requirement, in whatever edition. */
export type RequirementId =
  | 'aks-api-server-address'
  | 'aks-api-server-hosts'
  | 'aks-binary-hosts'
  | 'aks-cluster-api-host'
  | 'aks-defender-hosts'
  | 'aks-dns'
  | 'aks-endpoint-hosts'
  | 'aks-endpoint-sign-in-hosts'
  | 'aks-extension-metric-hosts'
  | 'aks-gpu-driver-hosts'
  | 'aks-image-cache-hosts'
  | 'aks-image-data-hosts'
  | 'aks-marketplace-billing-hosts'
  | 'aks-marketplace-image-hosts'
  | 'aks-model-table-hosts'
  | 'aks-monitor-hosts'
  | 'aks-node-package-hosts'
  | 'aks-policy-hosts'
  | 'aks-security-update-hosts'
  | 'aks-sign-in-hosts'
  | 'aks-snapshot-update-hosts'
  | 'aks-time'
  | 'aks-tunnel'
  | 'aks-windows-hosts'
  | 'aks-windows-update-hosts'
  | 'anaconda-hosts'
  | 'arc-cluster-connect-hosts'
  | 'arc-extension-image-hosts'
  | 'arc-identity-hosts'
  | 'arc-image-mirror-hosts'
  | 'arc-kubectl-hosts'
  | 'arc-monitoring-hosts'
  | 'arc-on-behalf-hosts'
  | 'arc-portal-hosts'
  | 'arc-relay-hosts'
  | 'arc-sign-in-hosts'
  | 'automl-hosts'
  | 'azure-ad-graph-hosts'
  | 'azure-ml-api-hosts'
  | 'azure-ml-inbound-tag'
  | 'azure-ml-kubernetes-api-hosts'
  | 'azure-ml-tag'
  | 'azure-monitor-tag'
  | 'azure-storage-hosts'
  | 'batch-hosts'
  | 'batch-inbound-tag'
  | 'batch-tag'
  | 'cluster-configuration-hosts'
  | 'cluster-inbound-load-balancer'
  | 'cluster-inbound-network'
  | 'compute-instance-app-hosts'
  | 'compute-instance-hosts'
  | 'compute-tundra-hosts'
  | 'container-registry-tag'
  | 'cran-hosts'
  | 'diagnostics-hosts'
  | 'entra-id-hosts'
  | 'entra-id-tag'
  | 'front-door-first-party-tag'
  | 'front-door-frontend-tag'
  | 'key-vault-hosts'
  | 'key-vault-tag'
  | 'kubernetes-log-hosts'
  | 'microsoft-container-registry-hosts'
  | 'microsoft-container-registry-tag'
  | 'microsoft-graph-hosts'
  | 'model-management-hosts'
  | 'notebook-content-hosts'
  | 'notebook-hosts'
  | 'prebuilt-image-hosts'
  | 'private-endpoints-network'
  | 'pypi-hosts'
  | 'python-file-hosts'
  | 'pytorch-hosts'
  | 'resource-manager-hosts'
  | 'resource-manager-tag'
  | 'rstudio-image-hosts'
  | 'storage-smb-tag'
  | 'storage-tag'
  | 'studio-hosts'
  | 'tensorflow-hosts'
  | 'ubuntu-hosts'
  | 'vscode-desktop-hosts'
  | 'vscode-download-hosts'
  | 'vscode-extension-hosts'
  | 'vscode-remote-files'
  | 'vscode-server-hosts'
  | 'vscode-server-ports'
  | 'vscode-web-hosts'
  | 'workspace-file-share-hosts'
  | 'workspace-registry-hosts'
  | 'workspace-storage-hosts';

/** Every id that an edition has ever used. */
export const requirementIds: readonly RequirementId[] = [
  "aks-api-server-address",
  "aks-api-server-hosts",
  "aks-binary-hosts",
  "aks-cluster-api-host",
  "aks-defender-hosts",
  "aks-dns",
  "aks-endpoint-hosts",
  "aks-endpoint-sign-in-hosts",
  "aks-extension-metric-hosts",
  "aks-gpu-driver-hosts",
  "aks-image-cache-hosts",
  "aks-image-data-hosts",
  "aks-marketplace-billing-hosts",
  "aks-marketplace-image-hosts",
  "aks-model-table-hosts",
  "aks-monitor-hosts",
  "aks-node-package-hosts",
  "aks-policy-hosts",
  "aks-security-update-hosts",
  "aks-sign-in-hosts",
  "aks-snapshot-update-hosts",
  "aks-time",
  "aks-tunnel",
  "aks-windows-hosts",
  "aks-windows-update-hosts",
  "anaconda-hosts",
  "arc-cluster-connect-hosts",
  "arc-extension-image-hosts",
  "arc-identity-hosts",
  "arc-image-mirror-hosts",
  "arc-kubectl-hosts",
  "arc-monitoring-hosts",
  "arc-on-behalf-hosts",
  "arc-portal-hosts",
  "arc-relay-hosts",
  "arc-sign-in-hosts",
  "automl-hosts",
  "azure-ad-graph-hosts",
  "azure-ml-api-hosts",
  "azure-ml-inbound-tag",
  "azure-ml-kubernetes-api-hosts",
  "azure-ml-tag",
  "azure-monitor-tag",
  "azure-storage-hosts",
  "batch-hosts",
  "batch-inbound-tag",
  "batch-tag",
  "cluster-configuration-hosts",
  "cluster-inbound-load-balancer",
  "cluster-inbound-network",
  "compute-instance-app-hosts",
  "compute-instance-hosts",
  "compute-tundra-hosts",
  "container-registry-tag",
  "cran-hosts",
  "diagnostics-hosts",
  "entra-id-hosts",
  "entra-id-tag",
  "front-door-first-party-tag",
  "front-door-frontend-tag",
  "key-vault-hosts",
  "key-vault-tag",
  "kubernetes-log-hosts",
  "microsoft-container-registry-hosts",
  "microsoft-container-registry-tag",
  "microsoft-graph-hosts",
  "model-management-hosts",
  "notebook-content-hosts",
  "notebook-hosts",
  "prebuilt-image-hosts",
  "private-endpoints-network",
  "pypi-hosts",
  "python-file-hosts",
  "pytorch-hosts",
  "resource-manager-hosts",
  "resource-manager-tag",
  "rstudio-image-hosts",
  "storage-smb-tag",
  "storage-tag",
  "studio-hosts",
  "tensorflow-hosts",
  "ubuntu-hosts",
  "vscode-desktop-hosts",
  "vscode-download-hosts",
  "vscode-extension-hosts",
  "vscode-remote-files",
  "vscode-server-hosts",
  "vscode-server-ports",
  "vscode-web-hosts",
  "workspace-file-share-hosts",
  "workspace-registry-hosts",
  "workspace-storage-hosts"
];

/** The stable id of a route, in whatever edition. */
export type RouteId =
  | 'azure-ml-route'
  | 'batch-route';

/** Every id of a route that an edition has ever used. */
export const routeIds: readonly RouteId[] = [
  "azure-ml-route",
  "batch-route"
];

/** The ARM name of a region. */
export type RegionName =
  | 'australiacentral'
  | 'australiacentral2'
  | 'australiaeast'
  | 'australiasoutheast'
  | 'austriaeast'
  | 'belgiumcentral'
  | 'brazilsouth'
  | 'brazilsoutheast'
  | 'canadacentral'
  | 'canadaeast'
  | 'centralindia'
  | 'centralus'
  | 'centraluseuap'
  | 'chilecentral'
  | 'chinaeast'
  | 'chinaeast2'
  | 'chinaeast3'
  | 'chinanorth'
  | 'chinanorth2'
  | 'chinanorth3'
  | 'denmarkeast'
  | 'eastasia'
  | 'eastus'
  | 'eastus2'
  | 'eastus2euap'
  | 'eastusstg'
  | 'francecentral'
  | 'francesouth'
  | 'germanynorth'
  | 'germanywestcentral'
  | 'indiasouthcentral'
  | 'indonesiacentral'
  | 'israelcentral'
  | 'israelnorthwest'
  | 'italynorth'
  | 'japaneast'
  | 'japanwest'
  | 'jioindiacentral'
  | 'jioindiawest'
  | 'koreacentral'
  | 'koreasouth'
  | 'malaysiasouth'
  | 'malaysiawest'
  | 'mexicocentral'
  | 'newzealandnorth'
  | 'northcentralus'
  | 'northeurope'
  | 'norwayeast'
  | 'norwaywest'
  | 'polandcentral'
  | 'qatarcentral'
  | 'southafricanorth'
  | 'southafricawest'
  | 'southcentralus'
  | 'southcentralus2'
  | 'southcentralusstg'
  | 'southeastasia'
  | 'southeastus'
  | 'southeastus3'
  | 'southindia'
  | 'spaincentral'
  | 'swedencentral'
  | 'swedensouth'
  | 'switzerlandnorth'
  | 'switzerlandwest'
  | 'taiwannorth'
  | 'taiwannorthwest'
  | 'uaecentral'
  | 'uaenorth'
  | 'uksouth'
  | 'ukwest'
  | 'usdodcentral'
  | 'usdodeast'
  | 'usgovarizona'
  | 'usgoviowa'
  | 'usgovtexas'
  | 'usgovvirginia'
  | 'westcentralus'
  | 'westeurope'
  | 'westindia'
  | 'westus'
  | 'westus2'
  | 'westus3';
