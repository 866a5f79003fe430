import { tagMessages, type TagCode } from '../tags/messages.js';

/** What is said of the subnet: its network security group and its routes. */
export type SubnetCode = TagCode | OwnCode;

type OwnCode = `azure-firewall/${
  | 'hosts-open-in-security-group'
  | 'inbound-by-name'
  | 'inbound-families-differ'
  | 'limit-routes'
  | 'limit-security-addresses'
  | 'limit-security-rules'
  | 'limit-tag-routes'
  | 'no-security-priority'
  | 'route-bypasses-firewall'
  | 'route-by-prefix'
  | 'route-by-unlisted-tag'
  | 'route-ipv6-left-out'
  | 'route-without-prefixes'
  | 'security-group-restricts-nothing'
  | 'security-sources-dropped'
  | 'security-tag-absent'
  | 'security-tag-not-listed'}`;

export const subnetMessages: Readonly<Record<SubnetCode, string>> = {
  ...tagMessages,
  'azure-firewall/hosts-open-in-security-group':
    'The network security group knows no hosts: {hosts} of them are open there to the whole Internet on {services}. What passes it is still filtered by the firewall.',
  'azure-firewall/inbound-by-name':
    'Inbound {destination} on {service} can not be said: a network security group holds addresses and service tags, no names.',
  'azure-firewall/inbound-families-differ':
    'Inbound {destination} on {service} has only sources of the other family of addresses ({sources}): no connection is like that.',
  'azure-firewall/limit-routes':
    'The route table has {count} routes; {limit} are the limit ({page}, {date}). Name service tags (option routeBy), or join prefixes when the policy is resolved.',
  'azure-firewall/limit-security-addresses':
    'The {direction} rules of the network security group name {count} addresses as {side}, each service tag counted as one; {limit} are the limit ({page}, {date}).',
  'azure-firewall/limit-security-rules':
    'The network security group has {count} rules; {limit} are the limit ({page}, {date}).',
  'azure-firewall/limit-tag-routes':
    'The route table has {count} routes that name a service tag; {limit} are the limit ({page}, {date}). Use prefixes for some (option routeBy).',
  'azure-firewall/no-security-priority':
    'There is no priority left in the network security group for this rule: {turns} turns of allow and deny have one, and {rules} rules within a turn.',
  'azure-firewall/route-bypasses-firewall':
    'The routes {routes} have the next hop Internet: all traffic of the subnet to {destinations}, on every port, goes past the firewall and its filters.',
  'azure-firewall/route-by-prefix':
    'The service tags of this cloud ({cloud}, {document}) do not list {tag} for routes: the route {route} has {prefixes} prefixes of {label} in its place. Render it again when they change.',
  'azure-firewall/route-by-unlisted-tag':
    'The service tags of this cloud ({cloud}, {document}) do not list {tag} for routes. Whether Azure refuses the route {route} is not verified; with a tag document it becomes prefixes.',
  'azure-firewall/route-ipv6-left-out':
    'The route {route} leaves out {prefixes} IPv6 prefixes: the default route to the firewall is for IPv4 only, so that IPv6 never goes there.',
  'azure-firewall/route-without-prefixes':
    'The route {route} to {tag} is not part of the route table: it needs the addresses of {tags}, which have not been filled in.',
  'azure-firewall/security-group-restricts-nothing':
    'The outbound rules of the network security group only allow, and its default rules allow all the rest of the Internet: by itself it restricts nothing (option securityGroupOutbound: allow-list).',
  'azure-firewall/security-sources-dropped':
    'Rule {rule} does not hold for the sources {sources}: this cloud has no such service tags, and their addresses have not been filled in.',
  'azure-firewall/security-tag-absent':
    '{destination} on {service} needs the service tags {tags}, which this cloud ({cloud}, {document}) does not have. A rule can hold only their addresses, once they are filled in.',
  'azure-firewall/security-tag-not-listed':
    'The service tags of this cloud ({cloud}, {document}) do not list for network security groups: {tags}. Whether Azure refuses them is not verified.',
};
