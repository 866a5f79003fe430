#!/usr/bin/env bash
# public, eastus2, 2026-03-19
#
# Sign in first: az cloud set --name AzureCloud; az login
# RESOURCE_GROUP: The resource group of the subnet.
# NETWORK_SECURITY_GROUP_NAME: The network security group of the compute subnet. Its rules are replaced.
# LOCATION: Azure region of the subnet.
# TAGS: Tags of the resource. They are replaced as well. As JSON; none if not set.
set -euo pipefail

resource_group="${RESOURCE_GROUP:?is not set}"
name="${NETWORK_SECURITY_GROUP_NAME:-azureml-compute}"
location="${LOCATION:?is not set}"
no_tags='{}'
tags="${TAGS:-${no_tags}}"
api_version='2024-05-01'
subscription="$(az account show --query id --output tsv)"
scope="/subscriptions/${subscription}/resourceGroups/${resource_group}/providers/Microsoft.Network"

# Replaces the resource by the JSON on standard input, whether it is there or not, and waits until it holds.
put() {
  az rest --method put --url "${scope}/$1?api-version=${api_version}" --body @- --output none
  az resource wait --ids "${scope}/$1" --api-version "${api_version}" --updated --interval 15
}

put "networkSecurityGroups/${name}" <<JSON
{
  "location": "${location}",
  "tags": ${tags},
  "properties": {
    "securityRules": [
      {
        "name": "private-endpoints-network",
        "properties": {
          "description": "Private endpoints in this network and in networks peered with it [private-endpoints-network; 2026-03-19]",
          "direction": "Outbound",
          "access": "Allow",
          "priority": 2348,
          "protocol": "Tcp",
          "sourceAddressPrefixes": [
            "10.20.1.0/24",
            "10.20.2.0/24"
          ],
          "sourcePortRange": "*",
          "destinationAddressPrefix": "VirtualNetwork",
          "destinationPortRanges": [
            "443"
          ]
        }
      }
    ]
  }
}
JSON
