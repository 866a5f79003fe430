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

# Purpose of first [first; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'first-33w8341f' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/24' --protocol 'TCP' --port-ranges '443'

# Purpose of second [second; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'second-3716lkrb' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/24' --protocol 'TCP' --port-ranges '443'

# Purpose of first [first; 2021-09-14]
# Purpose of second [second; 2021-09-14]
set_rule --rule 'example-com-sznd1dqe' --type 'fqdn' --destination 'example.com'
