metadata cloud = 'public'
metadata region = 'eastus2'
metadata edition = '2026-03-19'

@description('The existing Firewall Policy that receives the rule collection group.')
param firewallPolicyName string = 'azureml-firewall-policy'

resource firewallPolicy 'Microsoft.Network/firewallPolicies@2024-05-01' existing = {
  name: firewallPolicyName
}

resource rules_azureml_egress 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = {
  parent: firewallPolicy
  name: 'azureml-egress'
  properties: {
    priority: 1000
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'network-allow'
        priority: 200
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'NetworkRule'
            name: 'entra-id-tag'
            description: 'Sign-in through Microsoft Entra ID [entra-id-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            destinationAddresses: [
              'AzureActiveDirectory'
            ]
            destinationPorts: [
              '80'
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'resource-manager-tag'
            description: 'Azure Machine Learning creates and manages Azure resources [resource-manager-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            destinationAddresses: [
              'AzureResourceManager'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'azure-ml-tag_AzureMachineLearning-tcp'
            description: 'Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            destinationAddresses: [
              'AzureMachineLearning'
            ]
            destinationPorts: [
              '443'
              '8787'
              '18881'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'azure-ml-tag_AzureMachineLearning-udp'
            description: 'Calls to the services of Azure Machine Learning [azure-ml-tag; 2026-03-19]'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            destinationAddresses: [
              'AzureMachineLearning'
            ]
            destinationPorts: [
              '5831'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'front-door-frontend-tag'
            description: 'Entry point of the studio. Caution: any site behind Azure Front Door can be reached, not only the studio [front-door-frontend-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            destinationAddresses: [
              'AzureFrontDoor.Frontend'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'compute-tundra-hosts_AzureMachineLearning'
            description: 'Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            destinationAddresses: [
              'AzureMachineLearning'
            ]
            destinationPorts: [
              '5831'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'compute-tundra-hosts_network'
            description: 'Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            destinationFqdns: [
              'eastus2.tundra.azureml.ms'
            ]
            destinationPorts: [
              '5831'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'batch-tag'
            description: 'Compute talks to its Azure Batch back end [batch-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            destinationAddresses: [
              'BatchNodeManagement.EastUS2'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'batch-hosts_BatchNodeManagement.EastUS2'
            description: 'Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            destinationAddresses: [
              'BatchNodeManagement.EastUS2'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'storage-tag'
            description: 'Data of the workspace and of Azure Batch in storage accounts of the region. Caution: every storage account of the region can be reached, not only yours [storage-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            destinationAddresses: [
              'Storage.EastUS2'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'workspace-file-share-hosts_network'
            description: 'File shares in the workspace\'s own storage account [workspace-file-share-hosts; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            destinationFqdns: [
              'contosoml.file.core.windows.net'
            ]
            destinationPorts: [
              '445'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'microsoft-container-registry-tag'
            description: 'Docker images that Microsoft supplies [microsoft-container-registry-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            destinationAddresses: [
              'MicrosoftContainerRegistry'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'front-door-first-party-tag'
            description: 'The content network in front of Microsoft\'s registry [front-door-first-party-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            destinationAddresses: [
              'AzureFrontDoor.FirstParty'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'azure-monitor-tag'
            description: 'Logs and metrics to Azure Monitor. Caution: telemetry of every customer goes to the same addresses [azure-monitor-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            destinationAddresses: [
              'AzureMonitor'
            ]
            destinationPorts: [
              '443'
            ]
          }
        ]
      }
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'application-allow'
        priority: 300
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'ApplicationRule'
            name: 'entra-id-hosts'
            description: 'Sign-in through Microsoft Entra ID [entra-id-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'login.microsoftonline.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'microsoft-graph-hosts'
            description: 'Notebooks look up users and groups in Microsoft Graph [microsoft-graph-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'graph.microsoft.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'azure-ad-graph-hosts'
            description: 'Compute looks up identities in the directory graph [azure-ad-graph-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'graph.windows.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'resource-manager-hosts'
            description: 'Azure Resource Manager and the portal\'s back end [resource-manager-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'management.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'azure-ml-api-hosts'
            description: 'The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.azureml.ms'
              '*.azureml.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'model-management-hosts'
            description: 'Registering and reading models [model-management-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.modelmanagement.azureml.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'studio-hosts'
            description: 'The studio in the browser. Caution: workspaces of other tenants open in the same studio [studio-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'ml.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'notebook-hosts'
            description: 'Notebooks in the studio [notebook-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.notebooks.azure.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'notebook-content-hosts'
            description: 'Content that notebooks in the studio load [notebook-content-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.aznbcontent.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'compute-instance-hosts'
            description: 'Reaching compute instances [compute-instance-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.instances.azureml.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'compute-instance-app-hosts'
            description: 'Applications on compute instances, among them RStudio and the notebooks\' language server [compute-instance-app-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
              {
                protocolType: 'Https'
                port: 8787
              }
              {
                protocolType: 'Https'
                port: 18881
              }
            ]
            targetFqdns: [
              '*.instances.azureml.ms'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'batch-hosts_application'
            description: 'Compute talks to its Azure Batch back end. Caution: every Azure Batch account of the region can be reached [batch-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.eastus2.batch.azure.com'
              '*.eastus2.service.batch.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'workspace-storage-hosts'
            description: 'Blobs and Data Lake files in the workspace\'s own storage account [workspace-storage-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'contosoml.blob.core.windows.net'
              'contosoml.dfs.core.windows.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'workspace-file-share-hosts_application'
            description: 'File shares in the workspace\'s own storage account [workspace-file-share-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'contosoml.file.core.windows.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'azure-storage-hosts'
            description: 'Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.blob.core.windows.net'
              '*.queue.core.windows.net'
              '*.table.core.windows.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'microsoft-container-registry-hosts'
            description: 'Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'mcr.microsoft.com'
              '*.data.mcr.microsoft.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'diagnostics-hosts'
            description: 'Metrics and diagnostics that Microsoft support works with. Caution: telemetry can be sent to an Application Insights resource that somebody else owns [diagnostics-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'dc.applicationinsights.azure.com'
              'dc.applicationinsights.microsoft.com'
              'dc.services.visualstudio.com'
              '*.in.applicationinsights.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'anaconda-hosts'
            description: 'Default Python packages and their repository data from Anaconda. Caution: packages can be uploaded to an account of anybody at anaconda.org [anaconda-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'anaconda.com'
              '*.anaconda.com'
              '*.anaconda.org'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'pypi-hosts'
            description: 'The default index of Python packages [pypi-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'pypi.org'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'pytorch-hosts'
            description: 'Samples and packages of PyTorch [pytorch-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'pytorch.org'
              '*.pytorch.org'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'cran-hosts'
            description: 'R packages from CRAN [cran-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'cloud.r-project.org'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'vscode-server-hosts'
            description: 'The Visual Studio Code server that is set up on a compute instance. Caution: every site of the older Azure content network can be reached, not only that of VS Code [vscode-server-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'update.code.visualstudio.com'
              '*.vo.msecnd.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'vscode-desktop-hosts'
            description: 'Downloading Visual Studio Code for the desktop [vscode-desktop-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'code.visualstudio.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'vscode-extension-hosts'
            description: 'Extensions of Visual Studio Code [vscode-extension-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'marketplace.visualstudio.com'
              'vscode.blob.core.windows.net'
              '*.gallerycdn.vsassets.io'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'vscode-download-hosts'
            description: 'Downloads of Visual Studio Code from its content network [vscode-download-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'vscode.download.prss.microsoft.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'own-github-com-tcp-443'
            description: 'sample repositories [own; profile]'
            sourceAddresses: [
              '10.10.0.0/16'
              '10.20.1.0/24'
              '10.20.2.0/24'
              '10.20.3.0/26'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'github.com'
            ]
          }
        ]
      }
    ]
  }
}
