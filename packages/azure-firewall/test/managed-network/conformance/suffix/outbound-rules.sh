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

# Purpose of ending [ending; 2021-09-14]
set_rule --rule 'example-org-zgu6uwr5' --type 'fqdn' --destination 'example.org'

# Purpose of ending [ending; 2021-09-14]
set_rule --rule 'example-org-canc5mth' --type 'fqdn' --destination '*.example.org'
