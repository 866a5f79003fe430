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

# Purpose of tag [tag; 2021-09-14]
set_rule --rule 'AzureMachineLearning-TCP-r6lky6vg' --type 'service_tag' --service-tag 'AzureMachineLearning' --protocol 'TCP' --port-ranges '443'

# Purpose of tag [tag; 2021-09-14]
set_rule --rule 'AzureMachineLearning-UDP-ml5t2i2g' --type 'service_tag' --service-tag 'AzureMachineLearning' --protocol 'UDP' --port-ranges '5831'
