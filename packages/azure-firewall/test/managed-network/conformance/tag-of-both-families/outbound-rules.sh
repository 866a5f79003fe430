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

# Purpose of from-four [from-four; 2021-09-14]
# Purpose of from-any [from-any; 2021-09-14]
set_rule --rule 'AzureMonitor-TCP-6w95vk0p' --type 'service_tag' --service-tag 'AzureMonitor' --protocol 'TCP' --port-ranges '443,8443'
