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

# Purpose of sign-in [sign-in; 2021-09-14]
set_rule --rule 'example-com-sznd1dqe' --type 'fqdn' --destination 'example.com'

# Purpose of packages [packages; 2021-09-14]
set_rule --rule 'example-org-zgu6uwr5' --type 'fqdn' --destination 'example.org'
