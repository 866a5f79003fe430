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
set_rule --rule 'Storage-TCP-ycwgwrpl' --type 'service_tag' --service-tag 'Storage' --protocol 'TCP' --port-ranges '443'

# Purpose of comes [comes; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'comes-2kvvzy5k' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '198.51.100.0/24' --protocol 'TCP' --port-ranges '443'

# Purpose of stays [stays; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'stays-kam1uabf' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/24' --protocol 'TCP' --port-ranges '443'

# Purpose of changed [changed; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'changed-wiby0m19' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '203.0.113.0/25' --protocol 'TCP' --port-ranges '8443'

# Purpose of comes [comes; 2021-09-14]
set_rule --rule 'example-org-zgu6uwr5' --type 'fqdn' --destination 'example.org'

# Purpose of stays [stays; 2021-09-14]
set_rule --rule 'example-com-sznd1dqe' --type 'fqdn' --destination 'example.com'
