metadata cloud = 'public'
metadata region = 'eastus2'
metadata edition = '2026-03-19'

@description('The route table of the compute subnet. Its routes are replaced.')
param routeTableName string = 'azureml-compute'

@description('Azure region of the subnet.')
param location string = resourceGroup().location

@description('Tags of the resource. They are replaced as well.')
param tags object = {}

@description('Whether routes that a gateway learns stay out of the table. It is set, whatever it was.')
param disableBgpRoutePropagation bool = false

resource compute 'Microsoft.Network/routeTables@2024-05-01' = {
  name: routeTableName
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: disableBgpRoutePropagation
    routes: [
      {
        name: 'to_firewall'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.0.1.4'
        }
      }
    ]
  }
}
