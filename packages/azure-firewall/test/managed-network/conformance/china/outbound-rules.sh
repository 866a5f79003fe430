#!/usr/bin/env bash
# china, chinaeast2, 2021-09-14
#
# Sign in first: az cloud set --name AzureChinaCloud; az login
# RESOURCE_GROUP: the resource group of the workspace.
# WORKSPACE_NAME: the workspace.
set -euo pipefail

resource_group="${RESOURCE_GROUP:?is not set}"
workspace_name="${WORKSPACE_NAME:-azureml-workspace}"

set_rule() {
  az ml workspace outbound-rule set --resource-group "${resource_group}" --workspace-name "${workspace_name}" --output none "$@"
}

# Purpose of tags [tags; 2021-09-14]
set_rule --rule 'AzureMachineLearning-TCP-r6lky6vg' --type 'service_tag' --service-tag 'AzureMachineLearning' --protocol 'TCP' --port-ranges '443'

# Purpose of tags [tags; 2021-09-14]
set_rule --rule 'Storage-ChinaEast2-TCP-yfnbxffv' --type 'service_tag' --service-tag 'Storage.ChinaEast2' --protocol 'TCP' --port-ranges '443'

# Purpose of host [host; 2021-09-14]
set_rule --rule 'example-com-sznd1dqe' --type 'fqdn' --destination 'example.com'
