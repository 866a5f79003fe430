metadata cloud = 'public'
metadata region = 'eastus2'
metadata edition = '2026-03-19'

@description('The existing workspace whose managed network receives the rules.')
param workspaceName string = 'contoso-ml'

var rules = [
  // Sign-in through Microsoft Entra ID [entra-id-tag; 2026-03-19]
  {
    name: 'AzureActiveDirectory-TCP-ztym4acu'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'AzureActiveDirectory'
        protocol: 'TCP'
        portRanges: '80,443'
      }
    }
  }
  // Azure Machine Learning creates and manages Azure resources [resource-manager-tag; 2026-03-19]
  {
    name: 'AzureResourceManager-TCP-aqss7l2k'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'AzureResourceManager'
        protocol: 'TCP'
        portRanges: '443'
      }
    }
  }
  // Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]
  // Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]
  {
    name: 'AzureMachineLearning-TCP-r6lky6vg'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'AzureMachineLearning'
        protocol: 'TCP'
        portRanges: '443,8787,18881'
      }
    }
  }
  // Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]
  // Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]
  {
    name: 'AzureMachineLearning-UDP-ml5t2i2g'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'AzureMachineLearning'
        protocol: 'UDP'
        portRanges: '5831'
      }
    }
  }
  // Entry point of the studio. Caution: any site behind Azure Front Door can be reached, not only the studio [front-door-frontend-tag; 2026-03-19]
  {
    name: 'AzureFrontDoor-Frontend-sajidw14'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'AzureFrontDoor.Frontend'
        protocol: 'TCP'
        portRanges: '443'
      }
    }
  }
  // Compute talks to its Azure Batch back end [batch-tag; 2026-03-19]
  {
    name: 'BatchNodeManagement-East-kctxknc4'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'BatchNodeManagement.EastUS2'
        protocol: 'TCP'
        portRanges: '443'
      }
    }
  }
  // Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
  {
    name: 'BatchNodeManagement-East-yabg8gts'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'BatchNodeManagement.EastUS2'
        protocol: 'UDP'
        portRanges: '443'
      }
    }
  }
  // Data of the workspace and of Azure Batch in storage accounts of the region. Caution: every storage account of the region can be reached, not only yours [storage-tag; 2026-03-19]
  // File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]
  {
    name: 'Storage-EastUS2-TCP-1onptrg6'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'Storage.EastUS2'
        protocol: 'TCP'
        portRanges: '443,445'
      }
    }
  }
  // Private endpoints in this network and in networks peered with it [private-endpoints-network; 2026-03-19]
  {
    name: 'VirtualNetwork-TCP-b0tw7t31'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'VirtualNetwork'
        protocol: 'TCP'
        portRanges: '443'
      }
    }
  }
  // Docker images that Microsoft supplies [microsoft-container-registry-tag; 2026-03-19]
  {
    name: 'MicrosoftContainerRegist-bnuxkwz2'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'MicrosoftContainerRegistry'
        protocol: 'TCP'
        portRanges: '443'
      }
    }
  }
  // The content network in front of Microsoft's registry [front-door-first-party-tag; 2026-03-19]
  {
    name: 'AzureFrontDoor-FirstPart-b3j638r2'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'AzureFrontDoor.FirstParty'
        protocol: 'TCP'
        portRanges: '443'
      }
    }
  }
  // Logs and metrics to Azure Monitor. Caution: telemetry of every customer goes to the same addresses [azure-monitor-tag; 2026-03-19]
  {
    name: 'AzureMonitor-TCP-6w95vk0p'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'AzureMonitor'
        protocol: 'TCP'
        portRanges: '443'
      }
    }
  }
  // Sign-in through Microsoft Entra ID [entra-id-hosts; 2026-03-19]
  {
    name: 'login-microsoftonline-co-o0gahzz0'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'login.microsoftonline.com'
    }
  }
  // Notebooks look up users and groups in Microsoft Graph [microsoft-graph-hosts; 2026-03-19]
  {
    name: 'graph-microsoft-com-hjlcoqkm'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'graph.microsoft.com'
    }
  }
  // Compute looks up identities in the directory graph [azure-ad-graph-hosts; 2026-03-19]
  {
    name: 'graph-windows-net-z6ogimjx'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'graph.windows.net'
    }
  }
  // Azure Resource Manager and the portal's back end [resource-manager-hosts; 2026-03-19]
  {
    name: 'management-azure-com-rxogiqm8'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'management.azure.com'
    }
  }
  // The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]
  {
    name: 'azureml-ms-lgax8qu5'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.azureml.ms'
    }
  }
  // The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]
  {
    name: 'azureml-net-vd271aj0'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.azureml.net'
    }
  }
  // Registering and reading models [model-management-hosts; 2026-03-19]
  {
    name: 'modelmanagement-azureml-7k1u0fno'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.modelmanagement.azureml.net'
    }
  }
  // The studio in the browser. Caution: workspaces of other tenants open in the same studio [studio-hosts; 2026-03-19]
  {
    name: 'ml-azure-com-ekiqauhy'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'ml.azure.com'
    }
  }
  // Notebooks in the studio [notebook-hosts; 2026-03-19]
  {
    name: 'notebooks-azure-net-1qz2gwb5'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.notebooks.azure.net'
    }
  }
  // Content that notebooks in the studio load [notebook-content-hosts; 2026-03-19]
  {
    name: 'aznbcontent-net-cd2az01i'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.aznbcontent.net'
    }
  }
  // Reaching compute instances [compute-instance-hosts; 2026-03-19]
  {
    name: 'instances-azureml-net-xb3g80y2'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.instances.azureml.net'
    }
  }
  // Applications on compute instances, among them RStudio and the notebooks' language server [compute-instance-app-hosts; 2026-03-19]
  {
    name: 'instances-azureml-ms-bb5mwhhj'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.instances.azureml.ms'
    }
  }
  // Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
  {
    name: 'eastus2-batch-azure-com-l4xnuv7a'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.eastus2.batch.azure.com'
    }
  }
  // Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]
  {
    name: 'eastus2-service-batch-az-t47tw4on'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.eastus2.service.batch.azure.com'
    }
  }
  // Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]
  {
    name: 'contosoml-blob-core-wind-y3y7adl5'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'contosoml.blob.core.windows.net'
    }
  }
  // Blobs and Data Lake files in the workspace's own storage account [workspace-storage-hosts; 2026-03-19]
  {
    name: 'contosoml-dfs-core-windo-46mzsml3'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'contosoml.dfs.core.windows.net'
    }
  }
  // File shares in the workspace's own storage account [workspace-file-share-hosts; 2026-03-19]
  {
    name: 'contosoml-file-core-wind-eqa8z5a2'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'contosoml.file.core.windows.net'
    }
  }
  // Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
  {
    name: 'blob-core-windows-net-u61s520l'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.blob.core.windows.net'
    }
  }
  // Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
  {
    name: 'queue-core-windows-net-p7atud8v'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.queue.core.windows.net'
    }
  }
  // Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]
  {
    name: 'table-core-windows-net-fl5gq62a'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.table.core.windows.net'
    }
  }
  // Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]
  {
    name: 'mcr-microsoft-com-fuuos0aw'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'mcr.microsoft.com'
    }
  }
  // Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]
  {
    name: 'data-mcr-microsoft-com-phq8tto8'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.data.mcr.microsoft.com'
    }
  }
  // Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
  {
    name: 'dc-applicationinsights-a-3h2mvdfb'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'dc.applicationinsights.azure.com'
    }
  }
  // Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
  {
    name: 'dc-applicationinsights-m-xmff7pbo'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'dc.applicationinsights.microsoft.com'
    }
  }
  // Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
  {
    name: 'dc-services-visualstudio-mh90bevl'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'dc.services.visualstudio.com'
    }
  }
  // Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]
  {
    name: 'in-applicationinsights-a-p968m449'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.in.applicationinsights.azure.com'
    }
  }
  // Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
  {
    name: 'anaconda-com-z7u6hu7z'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'anaconda.com'
    }
  }
  // Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
  {
    name: 'anaconda-com-jrw0zr7v'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.anaconda.com'
    }
  }
  // Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]
  {
    name: 'anaconda-org-pzhnh7y0'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.anaconda.org'
    }
  }
  // The default index of Python packages [pypi-hosts; 2026-03-19]
  {
    name: 'pypi-org-1aoh87th'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'pypi.org'
    }
  }
  // Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]
  {
    name: 'pytorch-org-bfdkodzw'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'pytorch.org'
    }
  }
  // Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]
  {
    name: 'pytorch-org-1iwnhgm8'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.pytorch.org'
    }
  }
  // R packages from CRAN [cran-hosts; 2026-03-19]
  {
    name: 'cloud-r-project-org-ypd969ea'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'cloud.r-project.org'
    }
  }
  // The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]
  {
    name: 'update-code-visualstudio-umymh8va'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'update.code.visualstudio.com'
    }
  }
  // The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]
  {
    name: 'vo-msecnd-net-4z7due3b'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.vo.msecnd.net'
    }
  }
  // Downloading Visual Studio Code for the desktop [vscode-desktop-hosts; 2026-03-19]
  {
    name: 'code-visualstudio-com-6ltzw90z'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'code.visualstudio.com'
    }
  }
  // Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
  {
    name: 'marketplace-visualstudio-902qiglr'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'marketplace.visualstudio.com'
    }
  }
  // Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
  {
    name: 'vscode-blob-core-windows-wo9n2ovv'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'vscode.blob.core.windows.net'
    }
  }
  // Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]
  {
    name: 'gallerycdn-vsassets-io-xig017p6'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.gallerycdn.vsassets.io'
    }
  }
  // Downloads of Visual Studio Code from its content network [vscode-download-hosts; 2026-03-19]
  {
    name: 'vscode-download-prss-mic-yz7jrecq'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'vscode.download.prss.microsoft.com'
    }
  }
  // sample repositories [own; profile]
  {
    name: 'github-com-h9b36hjt'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'github.com'
    }
  }
]

resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = {
  name: workspaceName
}

@batchSize(1)
resource outboundRules 'Microsoft.MachineLearningServices/workspaces/outboundRules@2024-10-01' = [for rule in rules: {
  parent: workspace
  name: rule.name
  properties: any(rule.properties)
}]
