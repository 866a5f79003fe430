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

# Purpose of all [all; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'all-l7i1w7xq' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/32' --protocol 'TCP' --port-ranges '443'

# Purpose of any [any; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'any-29msc6fb' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.1/32' --protocol 'TCP' --port-ranges '443'

# Purpose of constructor [constructor; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'constructor-npbwbsy1' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.2/32' --protocol 'TCP' --port-ranges '443'

# Purpose of default [default; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'default-p9v3gec0' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.3/32' --protocol 'TCP' --port-ranges '443'

# Purpose of deny [deny; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'deny-uej27mpt' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.4/32' --protocol 'TCP' --port-ranges '443'

# Purpose of end [end; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'end-jac95ydw' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.5/32' --protocol 'TCP' --port-ranges '443'

# Purpose of none [none; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'none-f1l2blel' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.6/32' --protocol 'TCP' --port-ranges '443'

# Purpose of null [null; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'null-wozzufam' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.7/32' --protocol 'TCP' --port-ranges '443'

# Purpose of permit [permit; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'permit-k70fxw6g' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.8/32' --protocol 'TCP' --port-ranges '443'

# Purpose of true [true; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'true-5fjb5e2n' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.9/32' --protocol 'TCP' --port-ranges '443'

# Purpose of 0 [0; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule '0-9nuc6755' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.10/32' --protocol 'TCP' --port-ranges '443'
