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

# Purpose of many [many; 2021-09-14]
# The command asks for a service tag; the service ignores it where there are prefixes.
set_rule --rule 'many-h3klmngs' --type 'service_tag' --service-tag 'VirtualNetwork' --address-prefixes '192.0.2.0/30,192.0.2.12/30,192.0.2.16/30,192.0.2.20/30,192.0.2.24/30,192.0.2.28/30,192.0.2.32/30,192.0.2.36/30,192.0.2.4/30,192.0.2.40/30,192.0.2.44/30,192.0.2.48/30,192.0.2.52/30,192.0.2.56/30,192.0.2.60/30,192.0.2.64/30,192.0.2.68/30,192.0.2.72/30,192.0.2.76/30,192.0.2.8/30' --protocol 'TCP' --port-ranges '443'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host0-example-com-b7eqqyd6' --type 'fqdn' --destination 'host0.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host1-example-com-lebdjkex' --type 'fqdn' --destination 'host1.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host10-example-com-9kcftldp' --type 'fqdn' --destination 'host10.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host11-example-com-ncbfnrq6' --type 'fqdn' --destination 'host11.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host12-example-com-j9ig0shj' --type 'fqdn' --destination 'host12.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host13-example-com-68tot67c' --type 'fqdn' --destination 'host13.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host14-example-com-mv9q79rd' --type 'fqdn' --destination 'host14.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host15-example-com-b6hrqmve' --type 'fqdn' --destination 'host15.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host16-example-com-wexxcm2b' --type 'fqdn' --destination 'host16.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host17-example-com-dvzn1z3o' --type 'fqdn' --destination 'host17.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host18-example-com-hlmqo2l1' --type 'fqdn' --destination 'host18.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host19-example-com-u6brd6nq' --type 'fqdn' --destination 'host19.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host2-example-com-qs2d119g' --type 'fqdn' --destination 'host2.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host3-example-com-s1hrczc3' --type 'fqdn' --destination 'host3.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host4-example-com-2yzi9pqm' --type 'fqdn' --destination 'host4.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host5-example-com-lwkcf3ql' --type 'fqdn' --destination 'host5.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host6-example-com-kj516qe0' --type 'fqdn' --destination 'host6.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host7-example-com-1as8m0pz' --type 'fqdn' --destination 'host7.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host8-example-com-1h5jwu0i' --type 'fqdn' --destination 'host8.example.com'

# Purpose of many [many; 2021-09-14]
set_rule --rule 'host9-example-com-9qjxfecx' --type 'fqdn' --destination 'host9.example.com'
