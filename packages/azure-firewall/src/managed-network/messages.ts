/** What this renderer has to say: the texts stand in `messages`. */
export type ManagedNetworkCode = `azure-managed-network/${
  | 'api-version-not-known'
  | 'billed-firewall'
  | 'covered-by-tag'
  | 'deny-not-expressible'
  | 'fqdn-opens-both-ports'
  | 'inbound-not-managed'
  | 'ipv6-destination'
  | 'look-alikes-excluded'
  | 'needs-approved-outbound'
  | 'one-rule-at-a-time'
  | 'path-widened-to-host'
  | 'ports-not-expressible'
  | 'prefixes-not-verified'
  | 'private-endpoint-all-ports'
  | 'required-by-azure'
  | 'sources-not-expressible'
  | 'storage-by-name'
  | 'tag-absent'
  | 'tag-not-listed'
  | 'tag-unknown'}`;

export const messages: Readonly<Record<ManagedNetworkCode, string>> = {
  'azure-managed-network/api-version-not-known':
    'The API version {version} is later than {newest}, the last one that is known here ({page}): whether it takes what is printed has not been checked.',
  'azure-managed-network/billed-firewall':
    '{rules} rules by name: with the first one Azure deploys a firewall for this workspace alone, which is billed and can not be shared ({page}, 2024-08).',
  'azure-managed-network/covered-by-tag':
    '{destination} on {service} becomes all addresses of {tags}: a rule by name opens ports 80 and 443 only, and whatever else the tags hold is open as well.',
  'azure-managed-network/deny-not-expressible':
    '{destination} on {service} can not be denied: the rules only allow, and what no rule allows is denied.',
  'azure-managed-network/fqdn-opens-both-ports':
    '{destination} is asked on {service}; a rule by name has no ports and opens both 80 and 443.',
  'azure-managed-network/inbound-not-managed':
    'Inbound {destination} on {service} is no matter of outbound rules: Azure itself lets in what a managed network needs.',
  'azure-managed-network/ipv6-destination':
    '{destination} is an IPv6 prefix; that managed networks carry IPv6 is not documented.',
  'azure-managed-network/look-alikes-excluded':
    '{destination} is written as the domain and all below it; names that only end alike are not matched.',
  'azure-managed-network/needs-approved-outbound':
    'Rules by name and by service tag hold only in the isolation mode allow_only_approved_outbound. A workspace that has it never gets out of it.',
  'azure-managed-network/one-rule-at-a-time':
    'Users saw Azure lose rules that Terraform made at the same time ({page}). Each of the {rules} rules locks the workspace here, so that they are made one after the other, minutes each: compare what is there after you apply.',
  'azure-managed-network/path-widened-to-host': '{destination} becomes the whole of {host}: the rules know no paths.',
  'azure-managed-network/ports-not-expressible':
    '{destination} on {service} can not be said: a rule by name opens ports 80 and 443 only. Name a service tag that covers it, or a private endpoint (option privateEndpoints).',
  'azure-managed-network/prefixes-not-verified':
    'The rules {rules} name prefixes in place of a service tag. Templates and Terraform use the API version {version} for them: in earlier ones that were looked at the field is read-only ({page}). The az command and its file have the tag {tag} beside them, since the command asks for one and the service ignores it then. None of it has been deployed.',
  'azure-managed-network/private-endpoint-all-ports':
    '{destination} on {service} goes through the private endpoint {endpoint}, which opens all that the resource offers there.',
  'azure-managed-network/required-by-azure':
    'For {tags} every managed network has a required rule of its own ({page}, 2024-08). The rules here repeat them for the ports that the policy names; leave them out if Azure refuses them.',
  'azure-managed-network/sources-not-expressible':
    'The rules hold for all compute of the managed network: the sources {sources} of the policy can not be said.',
  'azure-managed-network/storage-by-name':
    '{hosts} are storage accounts, which a rule by name does not reach ({page}, 2024-08; the page itself lists such a host all the same): use private endpoints (option privateEndpoints).',
  'azure-managed-network/tag-absent':
    '{destination} on {service} needs the service tags {tags}, which this cloud ({cloud}, {document}) does not have.',
  'azure-managed-network/tag-not-listed':
    'The service tags {tags} are not among those that the azurerm provider 5.2.0 takes for these rules. Whether Azure refuses them is not verified.',
  'azure-managed-network/tag-unknown':
    '{tag} is in none of the service-tag documents that are known here ({cloud}: {document}), and the policy has no addresses for it. It is printed as it stands: check its spelling.',
};
