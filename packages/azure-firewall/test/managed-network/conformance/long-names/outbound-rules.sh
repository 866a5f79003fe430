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

# Purpose of long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-two [long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-two; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'long-long-long-long-long-4ehonoy4' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/24' --protocol 'TCP' --port-ranges '443'

# Purpose of long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-one [long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-one; 2021-09-14]
set_rule --rule 'aaaaaaaaaaaaaaaaaaaaaaaa-9i7kmnbd' --type 'fqdn' --destination 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc.dddddddddddddddddddddddddddddddddddddddd'

# Purpose of long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-one [long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-one; 2021-09-14]
set_rule --rule 'one-example-com-6vylf1oc' --type 'fqdn' --destination 'one.example.com'

# Purpose of long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-two [long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-two; 2021-09-14]
set_rule --rule 'two-example-com-vy4z5206' --type 'fqdn' --destination 'two.example.com'
