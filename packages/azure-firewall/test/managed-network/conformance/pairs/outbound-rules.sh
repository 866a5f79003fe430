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
set_rule --rule 'second-tol14hcy' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '198.51.100.0/24' --protocol 'TCP' --port-ranges '22'

# Purpose of second [second; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'second-ho4l57nj' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '198.51.100.0/24' --protocol 'UDP' --port-ranges '443'

# Purpose of third [third; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'third-aq1qnfja' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/24,203.0.113.0/24' --protocol 'TCP' --port-ranges '8443'
