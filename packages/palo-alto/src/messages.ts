/** What this renderer has to say: the texts stand in `messages`. */
export type Code = `palo-alto/${
  | 'covered-by-addresses'
  | 'feed-refused'
  | 'inbound-needs-path'
  | 'ipv6-firewalling'
  | 'ipv6-left-out'
  | 'limit-fqdn-objects'
  | 'limit-group-members'
  | 'limit-list-entries'
  | 'limit-lists'
  | 'lists-must-be-hosted'
  | 'lists-not-authenticated'
  | 'look-alikes-excluded'
  | 'no-usable-source'
  | 'path-may-reach-below'
  | 'path-needs-decryption'
  | 'path-widened-to-host'
  | 'resolved-addresses'
  | 'routes-not-included'
  | 'sources-dropped'
  | 'strict-applications'
  | 'tag-needs-addresses'
  | 'tag-of-network'
  | 'url-too-long'
  | 'web-traffic-only'
  | 'wildcard-needs-addresses'
  | 'wildcard-needs-tag'}`;

export const messages: Readonly<Record<Code, string>> = {
  'palo-alto/covered-by-addresses':
    '{destination} on {service} becomes all addresses of {tags} in place of a match by name: whatever else is found there is matched as well.',
  'palo-alto/feed-refused':
    '{tag} holds {prefix}: as a line of a hosted list it would open everything to whoever serves the file. It becomes an address group, and no feed.',
  'palo-alto/inbound-needs-path':
    'The rules {rules} are inbound. They hold only if that traffic, and the replies to it, pass the firewall; routes with next hop Internet lead around it.',
  'palo-alto/ipv6-firewalling':
    '{count} of the prefixes are IPv6. They take effect only where IPv6 firewalling is enabled on the device; set the option ipv6 to false to leave them out.',
  'palo-alto/ipv6-left-out': '{destination}: IPv6 prefixes are left out, as the option ipv6 asks.',
  'palo-alto/limit-fqdn-objects':
    '{count} FQDN objects; small platforms and VM-Series hold {limit} ({page}, {date}). Use service tags for some of the hosts.',
  'palo-alto/limit-group-members':
    'The group {group} has {count} members, more than {limit} (option groupMembers) even when it is split. Use external lists (option serviceTags).',
  'palo-alto/limit-list-entries':
    'The external lists hold {count} lines; the firewall may skip those above {limit} and say so only in its system log ({page}, {date}). Compare with the capacity that the device shows.',
  'palo-alto/limit-lists': '{count} external dynamic lists; rules may use {limit} ({page}, {date}).',
  'palo-alto/lists-must-be-hosted':
    'The rules follow {lists} under {base}: host the feed files there before the commit. An empty list matches nothing, and a list whose server refuses the firewall stops being enforced.',
  'palo-alto/lists-not-authenticated':
    'The lists under {base} are fetched without a look at who serves them, and whoever answers in that place decides what the rules allow. Use https with option certificateProfile; since 8.0 PAN-OS does not save an https list without a certificate profile.',
  'palo-alto/look-alikes-excluded':
    '{destination} is written as the domain and all below it; a URL category can not match names that only end alike.',
  'palo-alto/no-usable-source':
    'None of the sources {sources} has addresses here: apply a service-tag document (--service-tags), or name prefixes.',
  'palo-alto/path-may-reach-below':
    '{destination} is written with a slash at its end; whether PAN-OS then matches what lies below as well is not verified, and upper and lower case are one to it. Where the connection is encrypted, it has to be decrypted.',
  'palo-alto/path-needs-decryption':
    '{destination} is matched only where the firewall sees the path: the connection to {host} has to be decrypted, if it is encrypted. The folder itself, without anything after its last slash, is not matched; a path that differs in upper and lower case alone is.',
  'palo-alto/path-widened-to-host':
    '{destination} becomes the whole of {host}: without decryption the firewall sees no paths (option decryption), and on ports that are not web ports it never does.',
  'palo-alto/resolved-addresses':
    '{destination} on {service} matches the addresses that the firewall resolves the name to (at most 32 of each family), whoever else shares them. Let firewall and clients ask the same DNS servers.',
  'palo-alto/routes-not-included':
    'The routes {routes} (to {tags}) are not part of this configuration: add them to the route table of the subnet.',
  'palo-alto/sources-dropped':
    'Rule {rule} does not hold for all of the sources {sources}: they have no addresses here, or IPv6 ones that option ipv6 leaves out. Apply a service-tag document (--service-tags), or name prefixes.',
  'palo-alto/strict-applications':
    '{destination} is allowed for the applications {applications} only: a session that App-ID takes for something else stops matching (option applications).',
  'palo-alto/tag-needs-addresses':
    '{destination} can not be named in a rule: PAN-OS knows no service tags. Apply a service-tag document (--service-tags), so that its addresses are filled in.',
  'palo-alto/tag-of-network':
    '{destination} stands for your own network, and no service-tag document holds it. Fill in your own prefixes (option `virtual` of `resolveServiceTags`), or name what is needed by prefix under `extra` of the profile.',
  'palo-alto/url-too-long': '{destination} does not fit into an entry of a URL category ({limit} characters).',
  'palo-alto/web-traffic-only':
    '{destination} on {service} is matched by the server name of TLS or the host of HTTP. That its traffic there is either is not verified; anything else stays blocked.',
  'palo-alto/wildcard-needs-addresses':
    '{destination} on {service} can not be said by name: FQDN objects hold no wildcards, URL categories match web traffic only. Apply a service-tag document (--service-tags): then the addresses of {tags} stand in for it.',
  'palo-alto/wildcard-needs-tag':
    '{destination} on {service} can not be said: FQDN objects hold no wildcards, URL categories match web traffic only. Name the hosts one by one, or a service tag that covers them.',
};
