import { subnetMessages, type SubnetCode } from './subnet/messages.js';

/** What this renderer has to say: the texts stand in `messages`. */
export type Code = SubnetCode | FirewallCode;

/** What is said of the firewall itself. */
type FirewallCode = `azure-firewall/${
  | 'allow-behind-network-deny'
  | 'api-version-not-known'
  | 'covered-by-tag'
  | 'deny-behind-network-allow'
  | 'host-needs-dns-proxy'
  | 'hosts-behind-addresses'
  | 'inbound-bypasses-firewall'
  | 'ipv6-destination'
  | 'limit-collections'
  | 'limit-group-size'
  | 'limit-groups'
  | 'limit-ip-groups'
  | 'limit-network-fqdns'
  | 'limit-rule-pairs'
  | 'limit-template-resource'
  | 'limit-template-size'
  | 'look-alikes-excluded'
  | 'look-alikes-included'
  | 'no-usable-source'
  | 'path-widened-to-host'
  | 'ports-not-expressible'
  | 'resolved-addresses'
  | 'routes-not-included'
  | 'sources-dropped'
  | 'split-into-groups'
  | 'tag-absent'
  | 'tag-not-listed'
  | 'tag-of-network'
  | 'tls-on-other-port'
  | 'too-many-turns'
  | 'wildcard-needs-tag'}`;

export const messages: Readonly<Record<Code, string>> = {
  ...subnetMessages,
  'azure-firewall/allow-behind-network-deny':
    '{destination} is allowed by an application rule, but the network part of {rules} denies overlapping traffic first.',
  'azure-firewall/api-version-not-known':
    'The API version {version} is later than {newest}, the last one that is known here ({page}): whether it takes what is printed has not been checked.',
  'azure-firewall/covered-by-tag':
    '{destination} on {service} becomes all addresses of {tags} in place of a rule by name: whatever else is found there is matched as well.',
  'azure-firewall/deny-behind-network-allow':
    '{destination} is denied by an application rule, but the network part of {rules} lets overlapping traffic pass first.',
  'azure-firewall/host-needs-dns-proxy':
    '{destination} on {service} needs a network rule by name: a Standard or Premium firewall with DNS proxy (options sku and dnsProxy). Or name a service tag that covers it.',
  'azure-firewall/hosts-behind-addresses':
    'Network rules match first: traffic to {destinations} on the same ports passes without a look at the host, so that {hosts} host filters may decide nothing.',
  'azure-firewall/inbound-bypasses-firewall':
    'Inbound {destination} on {service} does not pass the firewall: allow it from {sources} in the network security group of the subnet, and route the replies past the firewall (user-defined route with next hop Internet).',
  'azure-firewall/ipv6-destination': '{destination} is an IPv6 prefix, which would make the firewall fail.',
  'azure-firewall/limit-collections': '{count} rule collections of one kind; {limit} are the limit ({page}, {date}).',
  'azure-firewall/limit-group-size':
    'A group has {count} bytes and can not be split further; {limit} are the limit ({page}, {date}).',
  'azure-firewall/limit-groups':
    '{count} rule collection groups; a policy takes {limit}, those of others included ({page}, {date}).',
  'azure-firewall/limit-ip-groups':
    '{count} IP groups; a firewall takes {limit}, those of others included ({page}, {date}).',
  'azure-firewall/limit-network-fqdns':
    '{count} host names in network rules; more than {limit} slow the firewall down ({page}, {date}).',
  'azure-firewall/limit-rule-pairs':
    '{count} pairs of source and destination in network rules, each counted by protocol and port, and each service tag and IP group as one; {limit} are the limit ({page}, {date}). Microsoft tells of two ways to count: this is the larger number.',
  'azure-firewall/limit-template-resource':
    'A resource of the template has {count} bytes before compression; {limit} are the limit ({page}, {date}). Terraform and the az script are not bound by it.',
  'azure-firewall/limit-template-size':
    'The template has {count} bytes before compression; {limit} are the limit ({page}, {date}). Terraform and the az script are not bound by it.',
  'azure-firewall/look-alikes-excluded':
    '{destination} is written as the domain and all below it; names that only end alike are not matched.',
  'azure-firewall/look-alikes-included':
    '{destinations} are printed as they stand and match every name that ends so, look-alikes of other owners included.',
  'azure-firewall/no-usable-source':
    'None of the sources {sources} can stand in a rule: it takes IPv4 prefixes, or a service tag whose addresses have been filled in.',
  'azure-firewall/path-widened-to-host':
    '{destination} becomes the whole of {host}: paths need Premium and a web port, and TLS inspection unless it is plain HTTP (options sku and tlsInspection); classic rules know none.',
  'azure-firewall/ports-not-expressible':
    '{destination} on {ports} can not be said: application rules take single ports up to {highest}, and ranges of more than {most} ports are not written out. Name the ports, or a service tag that covers it.',
  'azure-firewall/resolved-addresses':
    '{destination} on {service} matches the addresses that the name resolves to, whoever else shares them. The policy needs its DNS proxy on, and clients have to ask it.',
  'azure-firewall/routes-not-included':
    'The routes {routes} (to {tags}) are not part of this template: add them to the route table of the subnet.',
  'azure-firewall/sources-dropped':
    'Rule {rule} does not hold for the sources {sources}: a rule takes IPv4 prefixes, or a service tag whose addresses have been filled in.',
  'azure-firewall/split-into-groups':
    'The rules stand in the groups {groups}, since one group would be too large. Delete groups that an earlier rendering had and this one has not.',
  'azure-firewall/tag-absent':
    '{destination} needs the service tag {tag}, which this cloud ({cloud}, {document}) does not have. A rule can hold only its IPv4 addresses, once they are filled in.',
  'azure-firewall/tag-not-listed':
    'The service tags of this cloud ({cloud}, {document}) do not list for firewalls: {tags}. Whether Azure refuses them is not verified.',
  'azure-firewall/tag-of-network':
    '{destination} needs {tag}, which stands for your own network and is no tag for firewalls. A rule can hold only its IPv4 addresses, once they are filled in.',
  'azure-firewall/tls-on-other-port':
    '{destination} on {ports} is matched by the server name of a TLS connection. That its traffic there is TLS with a server name is not verified; anything else stays blocked.',
  'azure-firewall/too-many-turns':
    'Allow and deny take turns more than {limit} times before this rule: there is no priority left for it.',
  'azure-firewall/wildcard-needs-tag':
    '{destination} on {service} can not be said: network rules hold no wildcards, application rules only HTTP and TLS. Name the hosts one by one, or a service tag that covers them.',
};
