#!/usr/bin/env bash
# public, eastus2, 2021-09-14
#
# Sign in first: az cloud set --name AzureCloud; az login
# RESOURCE_GROUP: the resource group of the workspace.
# WORKSPACE_NAME: the workspace.
set -euo pipefail

resource_group="${RESOURCE_GROUP:?is not set}"
workspace_name="${WORKSPACE_NAME:-azureml-workspace}"

set_rule() {
  az ml workspace outbound-rule set --resource-group "${resource_group}" --workspace-name "${workspace_name}" --output none "$@"
}

# Purpose of many [many; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'many-2jdghv4t' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/24' --protocol 'TCP' --port-ranges '10001,10003,10005,10007,10009,10011,10013,10015,10017,10019,10021,10023,10025,10027,10029,10031,10033,10035,10037,10039,10041,10043,10045,10047,10049,10051,10053,10055,10057,10059,10061,10063,10065,10067,10069,10071,10073,10075,10077,10079'
