metadata cloud = 'public'
metadata region = 'eastus2'
metadata edition = '2021-09-14'

@description('The existing workspace whose managed network receives the rules.')
param workspaceName string = 'contoso-ml'

var rules = [
  // Purpose of data-factory [data-factory; 2021-09-14]
  {
    name: 'DataFactory-TCP-qx9hwa4a'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        serviceTag: 'DataFactory'
        protocol: 'TCP'
        portRanges: '80,8080-8089'
      }
    }
  }
  // Purpose of licence-servers [licence-servers; 2021-09-14]
  {
    name: 'licence-servers-vdfet0yg'
    properties: {
      type: 'ServiceTag'
      category: 'UserDefined'
      destination: {
        addressPrefixes: [
          '192.0.2.0/24'
          '198.51.100.7/32'
        ]
        protocol: 'TCP'
        portRanges: '27000-27009'
      }
    }
  }
  // Python packages [package-hosts; 2021-09-14]
  {
    name: 'pypi-org-1aoh87th'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: 'pypi.org'
    }
  }
  // Python packages [package-hosts; 2021-09-14]
  {
    name: 'pythonhosted-org-qwpag0lo'
    properties: {
      type: 'FQDN'
      category: 'UserDefined'
      destination: '*.pythonhosted.org'
    }
  }
  // Purpose of share [share; 2021-09-14]
  {
    name: 'contosoml-file'
    properties: {
      type: 'PrivateEndpoint'
      category: 'UserDefined'
      destination: {
        serviceResourceId: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/contosoml'
        subresourceTarget: 'file'
        sparkEnabled: true
      }
    }
  }
]

resource workspace 'Microsoft.MachineLearningServices/workspaces@2026-05-01' existing = {
  name: workspaceName
}

@batchSize(1)
resource outboundRules 'Microsoft.MachineLearningServices/workspaces/outboundRules@2026-05-01' = [for rule in rules: {
  parent: workspace
  name: rule.name
  properties: any(rule.properties)
}]
