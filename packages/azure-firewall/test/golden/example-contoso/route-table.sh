#!/usr/bin/env bash
# public, eastus2, 2026-03-19
#
# Sign in first: az cloud set --name AzureCloud; az login
# RESOURCE_GROUP: The resource group of the subnet.
# ROUTE_TABLE_NAME: The route table of the compute subnet. Its routes are replaced.
# LOCATION: Azure region of the subnet.
# TAGS: Tags of the resource. They are replaced as well. As JSON; none if not set.
# DISABLE_BGP_ROUTE_PROPAGATION: Whether routes that a gateway learns stay out of the table. It is set, whatever it was. true or false; false if not set.
set -euo pipefail

resource_group="${RESOURCE_GROUP:?is not set}"
name="${ROUTE_TABLE_NAME:-azureml-compute}"
location="${LOCATION:?is not set}"
no_tags='{}'
tags="${TAGS:-${no_tags}}"
disable_bgp_route_propagation="${DISABLE_BGP_ROUTE_PROPAGATION:-false}"
api_version='2024-05-01'
subscription="$(az account show --query id --output tsv)"
scope="/subscriptions/${subscription}/resourceGroups/${resource_group}/providers/Microsoft.Network"

# Replaces the resource by the JSON on standard input, whether it is there or not, and waits until it holds.
put() {
  az rest --method put --url "${scope}/$1?api-version=${api_version}" --body @- --output none
  az resource wait --ids "${scope}/$1" --api-version "${api_version}" --updated --interval 15
}

put "routeTables/${name}" <<JSON
{
  "location": "${location}",
  "tags": ${tags},
  "properties": {
    "disableBgpRoutePropagation": ${disable_bgp_route_propagation},
    "routes": [
      {
        "name": "to_firewall",
        "properties": {
          "addressPrefix": "0.0.0.0/0",
          "nextHopType": "VirtualAppliance",
          "nextHopIpAddress": "10.0.1.4"
        }
      }
    ]
  }
}
JSON
