#!/usr/bin/env bash
# public, eastus2, 2021-09-14
#
# Sign in first: az cloud set --name AzureCloud; az login
# RESOURCE_GROUP: the resource group of the workspace.
# WORKSPACE_NAME: the workspace.
set -euo pipefail

resource_group="${RESOURCE_GROUP:?is not set}"
workspace_name="${WORKSPACE_NAME:-contoso-ml}"

set_rule() {
  az ml workspace outbound-rule set --resource-group "${resource_group}" --workspace-name "${workspace_name}" --output none "$@"
}

# Purpose of data-factory [data-factory; 2021-09-14]
set_rule --rule 'DataFactory-TCP-qx9hwa4a' --type 'service_tag' --service-tag 'DataFactory' --protocol 'TCP' --port-ranges '80,8080-8089'

# Purpose of licence-servers [licence-servers; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'licence-servers-vdfet0yg' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/24,198.51.100.7/32' --protocol 'TCP' --port-ranges '27000-27009'

# Python packages [package-hosts; 2021-09-14]
set_rule --rule 'pypi-org-1aoh87th' --type 'fqdn' --destination 'pypi.org'

# Python packages [package-hosts; 2021-09-14]
set_rule --rule 'pythonhosted-org-qwpag0lo' --type 'fqdn' --destination '*.pythonhosted.org'

# Purpose of share [share; 2021-09-14]
set_rule --rule 'contosoml-file' --type 'private_endpoint' --service-resource-id '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/contosoml' --subresource-target 'file' --spark-enabled 'true'
