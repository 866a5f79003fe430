#!/usr/bin/env bash
# public, eastus2, 2026-03-19
#
# Sign in first: az cloud set --name AzureCloud; az login
# RESOURCE_GROUP: the resource group of the workspace.
# WORKSPACE_NAME: the workspace.
set -euo pipefail

resource_group="${RESOURCE_GROUP:?is not set}"
workspace_name="${WORKSPACE_NAME:-contoso-ml}"

set_rule() {
  az ml workspace outbound-rule set --resource-group "${resource_group}" --workspace-name "${workspace_name}" --output none "$@"
}

# Sign-in through Microsoft Entra ID [entra-id-tag; 2026-03-19]
set_rule --rule 'AzureActiveDirectory-TCP-ztym4acu' --type 'service_tag' --service-tag 'AzureActiveDirectory' --protocol 'TCP' --port-ranges '80,443'

# Azure Machine Learning creates and manages Azure resources [resource-manager-tag; 2026-03-19]
set_rule --rule 'AzureResourceManager-TCP-aqss7l2k' --type 'service_tag' --service-tag 'AzureResourceManager' --protocol 'TCP' --port-ranges '443'

# Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]
# Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]
set_rule --rule 'AzureMachineLearning-TCP-r6lky6vg' --type 'service_tag' --service-tag 'AzureMachineLearning' --protocol 'TCP' --port-ranges '443,8787,18881'

# Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]
# Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]
set_rule --rule 'AzureMachineLearning-UDP-ml5t2i2g' --type 'service_tag' --service-tag 'AzureMachineLearning' --protocol 'UDP' --port-ranges '5831'

# Entry point of the studio. Caution: any site behind Azure Front Door can be reached, not only the studio [front-door-frontend-tag; 2026-03-19]
set_rule --rule 'AzureFrontDoor-Frontend-sajidw14' --type 'service_tag' --service-tag 'AzureFrontDoor.Frontend' --protocol 'TCP' --port-ranges '443'

# Compute talks to its Azure Batch back end [batch-tag; 2026-03-19]
set_rule --rule 'BatchNodeManagement-East-kctxknc4' --type 'service_tag' --service-tag 'BatchNodeManagement.EastUS2' --protocol 'TCP' --port-ranges '443'

# Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
set_rule --rule 'BatchNodeManagement-East-yabg8gts' --type 'service_tag' --service-tag 'BatchNodeManagement.EastUS2' --protocol 'UDP' --port-ranges '443'

# Data of the workspace and of Azure Batch in storage accounts of the region. Caution: every storage account of the region can be reached, not only yours [storage-tag; 2026-03-19]
# File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]
set_rule --rule 'Storage-EastUS2-TCP-1onptrg6' --type 'service_tag' --service-tag 'Storage.EastUS2' --protocol 'TCP' --port-ranges '443,445'

# Private endpoints in this network and in networks peered with it [private-endpoints-network; 2026-03-19]
set_rule --rule 'VirtualNetwork-TCP-b0tw7t31' --type 'service_tag' --service-tag 'VirtualNetwork' --protocol 'TCP' --port-ranges '443'

# Docker images that Microsoft supplies [microsoft-container-registry-tag; 2026-03-19]
set_rule --rule 'MicrosoftContainerRegist-bnuxkwz2' --type 'service_tag' --service-tag 'MicrosoftContainerRegistry' --protocol 'TCP' --port-ranges '443'

# The content network in front of Microsoft's registry [front-door-first-party-tag; 2026-03-19]
set_rule --rule 'AzureFrontDoor-FirstPart-b3j638r2' --type 'service_tag' --service-tag 'AzureFrontDoor.FirstParty' --protocol 'TCP' --port-ranges '443'

# Logs and metrics to Azure Monitor. Caution: telemetry of every customer goes to the same addresses [azure-monitor-tag; 2026-03-19]
set_rule --rule 'AzureMonitor-TCP-6w95vk0p' --type 'service_tag' --service-tag 'AzureMonitor' --protocol 'TCP' --port-ranges '443'

# Sign-in through Microsoft Entra ID [entra-id-hosts; 2026-03-19]
set_rule --rule 'login-microsoftonline-co-o0gahzz0' --type 'fqdn' --destination 'login.microsoftonline.com'

# Notebooks look up users and groups in Microsoft Graph [microsoft-graph-hosts; 2026-03-19]
set_rule --rule 'graph-microsoft-com-hjlcoqkm' --type 'fqdn' --destination 'graph.microsoft.com'

# Compute looks up identities in the directory graph [azure-ad-graph-hosts; 2026-03-19]
set_rule --rule 'graph-windows-net-z6ogimjx' --type 'fqdn' --destination 'graph.windows.net'

# Azure Resource Manager and the portal's back end [resource-manager-hosts; 2026-03-19]
set_rule --rule 'management-azure-com-rxogiqm8' --type 'fqdn' --destination 'management.azure.com'

# The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]
set_rule --rule 'azureml-ms-lgax8qu5' --type 'fqdn' --destination '*.azureml.ms'

# The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]
set_rule --rule 'azureml-net-vd271aj0' --type 'fqdn' --destination '*.azureml.net'

# Registering and reading models [model-management-hosts; 2026-03-19]
set_rule --rule 'modelmanagement-azureml-7k1u0fno' --type 'fqdn' --destination '*.modelmanagement.azureml.net'

# The studio in the browser. Caution: workspaces of other tenants open in the same studio [studio-hosts; 2026-03-19]
set_rule --rule 'ml-azure-com-ekiqauhy' --type 'fqdn' --destination 'ml.azure.com'

# Notebooks in the studio [notebook-hosts; 2026-03-19]
set_rule --rule 'notebooks-azure-net-1qz2gwb5' --type 'fqdn' --destination '*.notebooks.azure.net'

# Content that notebooks in the studio load [notebook-content-hosts; 2026-03-19]
set_rule --rule 'aznbcontent-net-cd2az01i' --type 'fqdn' --destination '*.aznbcontent.net'

# Reaching compute instances [compute-instance-hosts; 2026-03-19]
set_rule --rule 'instances-azureml-net-xb3g80y2' --type 'fqdn' --destination '*.instances.azureml.net'

# Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]
set_rule --rule 'instances-azureml-ms-bb5mwhhj' --type 'fqdn' --destination '*.instances.azureml.ms'

# Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
set_rule --rule 'eastus2-batch-azure-com-l4xnuv7a' --type 'fqdn' --destination '*.eastus2.batch.azure.com'

# Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
set_rule --rule 'eastus2-service-batch-az-t47tw4on' --type 'fqdn' --destination '*.eastus2.service.batch.azure.com'

# Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]
set_rule --rule 'contosoml-blob-core-wind-y3y7adl5' --type 'fqdn' --destination 'contosoml.blob.core.windows.net'

# Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]
set_rule --rule 'contosoml-dfs-core-windo-46mzsml3' --type 'fqdn' --destination 'contosoml.dfs.core.windows.net'

# File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]
set_rule --rule 'contosoml-file-core-wind-eqa8z5a2' --type 'fqdn' --destination 'contosoml.file.core.windows.net'

# Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
set_rule --rule 'blob-core-windows-net-u61s520l' --type 'fqdn' --destination '*.blob.core.windows.net'

# Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
set_rule --rule 'queue-core-windows-net-p7atud8v' --type 'fqdn' --destination '*.queue.core.windows.net'

# Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
set_rule --rule 'table-core-windows-net-fl5gq62a' --type 'fqdn' --destination '*.table.core.windows.net'

# Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]
set_rule --rule 'mcr-microsoft-com-fuuos0aw' --type 'fqdn' --destination 'mcr.microsoft.com'

# Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]
set_rule --rule 'data-mcr-microsoft-com-phq8tto8' --type 'fqdn' --destination '*.data.mcr.microsoft.com'

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
set_rule --rule 'dc-applicationinsights-a-3h2mvdfb' --type 'fqdn' --destination 'dc.applicationinsights.azure.com'

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
set_rule --rule 'dc-applicationinsights-m-xmff7pbo' --type 'fqdn' --destination 'dc.applicationinsights.microsoft.com'

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
set_rule --rule 'dc-services-visualstudio-mh90bevl' --type 'fqdn' --destination 'dc.services.visualstudio.com'

# Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
set_rule --rule 'in-applicationinsights-a-p968m449' --type 'fqdn' --destination '*.in.applicationinsights.azure.com'

# Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
set_rule --rule 'anaconda-com-z7u6hu7z' --type 'fqdn' --destination 'anaconda.com'

# Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
set_rule --rule 'anaconda-com-jrw0zr7v' --type 'fqdn' --destination '*.anaconda.com'

# Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
set_rule --rule 'anaconda-org-pzhnh7y0' --type 'fqdn' --destination '*.anaconda.org'

# The default index of Python packages [pypi-hosts; 2026-03-19]
set_rule --rule 'pypi-org-1aoh87th' --type 'fqdn' --destination 'pypi.org'

# Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]
set_rule --rule 'pytorch-org-bfdkodzw' --type 'fqdn' --destination 'pytorch.org'

# Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]
set_rule --rule 'pytorch-org-1iwnhgm8' --type 'fqdn' --destination '*.pytorch.org'

# R packages from CRAN [cran-hosts; 2026-03-19]
set_rule --rule 'cloud-r-project-org-ypd969ea' --type 'fqdn' --destination 'cloud.r-project.org'

# The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]
set_rule --rule 'update-code-visualstudio-umymh8va' --type 'fqdn' --destination 'update.code.visualstudio.com'

# The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]
set_rule --rule 'vo-msecnd-net-4z7due3b' --type 'fqdn' --destination '*.vo.msecnd.net'

# Downloading Visual Studio Code for the desktop [vscode-desktop-hosts; 2026-03-19]
set_rule --rule 'code-visualstudio-com-6ltzw90z' --type 'fqdn' --destination 'code.visualstudio.com'

# Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
set_rule --rule 'marketplace-visualstudio-902qiglr' --type 'fqdn' --destination 'marketplace.visualstudio.com'

# Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
set_rule --rule 'vscode-blob-core-windows-wo9n2ovv' --type 'fqdn' --destination 'vscode.blob.core.windows.net'

# Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
set_rule --rule 'gallerycdn-vsassets-io-xig017p6' --type 'fqdn' --destination '*.gallerycdn.vsassets.io'

# Downloads of Visual Studio Code from its content network [vscode-download-hosts; 2026-03-19]
set_rule --rule 'vscode-download-prss-mic-yz7jrecq' --type 'fqdn' --destination 'vscode.download.prss.microsoft.com'

# sample repositories [own; profile]
set_rule --rule 'github-com-h9b36hjt' --type 'fqdn' --destination 'github.com'
