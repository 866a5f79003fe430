metadata cloud = 'usgov'
metadata region = 'usgovvirginia'
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
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
            name: 'compute-tundra-hosts'
            description: 'Compute instances talk to the service over UDP [compute-tundra-hosts; 2026-03-19]'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            destinationFqdns: [
              'usgovvirginia.tundra.azureml.us'
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
              '10.40.0.0/16'
            ]
            destinationAddresses: [
              'BatchNodeManagement.USGovVirginia'
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
              '10.40.0.0/16'
            ]
            destinationAddresses: [
              'Storage.USGovVirginia'
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
              '10.40.0.0/16'
            ]
            destinationFqdns: [
              'agencymlstore.file.core.usgovcloudapi.net'
            ]
            destinationPorts: [
              '445'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'key-vault-tag'
            description: 'The key vault that Azure Batch uses for a workspace with high business impact data. Caution: every key vault of the region can be reached, not only yours [key-vault-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            destinationAddresses: [
              'AzureKeyVault.USGovVirginia'
            ]
            destinationPorts: [
              '443'
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
              '10.40.0.0/16'
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
            name: 'azure-monitor-tag'
            description: 'Logs and metrics to Azure Monitor. Caution: telemetry of every customer goes to the same addresses [azure-monitor-tag; 2026-03-19]'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
              'login.microsoftonline.us'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'microsoft-graph-hosts'
            description: 'Notebooks look up users and groups in Microsoft Graph [microsoft-graph-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'graph.microsoft.us'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'azure-ad-graph-hosts'
            description: 'Compute looks up identities in the directory graph [azure-ad-graph-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
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
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'management.azure.us'
              'management.usgovcloudapi.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'azure-ml-api-hosts'
            description: 'The API of Azure Machine Learning [azure-ml-api-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.ml.azure.us'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'model-management-hosts'
            description: 'Registering and reading models [model-management-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.modelmanagement.azureml.us'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'studio-hosts'
            description: 'The studio in the browser. Caution: workspaces of other tenants open in the same studio [studio-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'ml.azure.us'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'notebook-hosts'
            description: 'Notebooks in the studio [notebook-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.notebooks.usgovcloudapi.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'notebook-content-hosts'
            description: 'Content that notebooks in the studio load [notebook-content-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
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
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.instances.azureml.us'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'compute-instance-app-hosts'
            description: 'Applications on compute instances, among them RStudio and the notebooks\' language server [compute-instance-app-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
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
            name: 'workspace-storage-hosts'
            description: 'Blobs and Data Lake files in the workspace\'s own storage account [workspace-storage-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'agencymlstore.blob.core.usgovcloudapi.net'
              'agencymlstore.dfs.core.usgovcloudapi.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'workspace-file-share-hosts_application'
            description: 'File shares in the workspace\'s own storage account [workspace-file-share-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'agencymlstore.file.core.usgovcloudapi.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'azure-storage-hosts'
            description: 'Compute reads and writes storage accounts that Microsoft runs for it. Caution: every storage account of the cloud can be reached, not only yours [azure-storage-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.blob.core.usgovcloudapi.net'
              '*.queue.core.usgovcloudapi.net'
              '*.table.core.usgovcloudapi.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'key-vault-hosts'
            description: 'The key vault that Azure Batch uses for a workspace with high business impact data. Caution: every key vault of the cloud can be reached, not only yours [key-vault-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.vault.usgovcloudapi.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'microsoft-container-registry-hosts'
            description: 'Docker images that Microsoft supplies [microsoft-container-registry-hosts; 2026-03-19]'
            sourceAddresses: [
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
              '10.40.0.0/16'
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
        ]
      }
    ]
  }
}
