metadata cloud = 'usgov'
metadata region = 'usgovvirginia'
metadata edition = '2026-03-19'

@description('The network security group of the compute subnet. Its rules are replaced.')
param networkSecurityGroupName string = 'azureml-compute'

@description('Azure region of the subnet.')
param location string = resourceGroup().location

@description('Tags of the resource. They are replaced as well.')
param tags object = {}

resource compute 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: networkSecurityGroupName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'private-endpoints-network'
        properties: {
          description: 'Private endpoints in this network and in networks peered with it [private-endpoints-network; 2026-03-19]'
          direction: 'Outbound'
          access: 'Allow'
          priority: 2348
          protocol: 'Tcp'
          sourceAddressPrefixes: [
            '10.40.0.0/16'
          ]
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: [
            '443'
          ]
        }
      }
    ]
  }
}
