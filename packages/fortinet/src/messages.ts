/** What this renderer has to say: the texts stand in `messages`. */
export type Code = `fortinet/${
  | 'covered-by-tag'
  | 'feed-over-limit'
  | 'inbound-path'
  | 'ipv6-left-out'
  | 'learnt-addresses'
  | 'limit-table'
  | 'no-common-family'
  | 'no-usable-source'
  | 'not-fed'
  | 'path-by-web-filter'
  | 'path-widened-to-host'
  | 'resolved-addresses'
  | 'routes-not-included'
  | 'sources-dropped'
  | 'suffix-as-pair'
  | 'tag-addresses-dated'
  | 'tag-unresolved'
  | 'web-filter-first'
  | 'wildcard-needs-tag'}`;

export const messages: Readonly<Record<Code, string>> = {
  'fortinet/covered-by-tag':
    '{destination} on {service} becomes all addresses of {tags} in place of its name: whatever else is found there is matched as well. Without addresses: {missing}.',
  'fortinet/feed-over-limit':
    'The feeds {feeds} have {count} lines; {limit} are the limit ({page}, {date}), and what is over is cut off without a word. Use option serviceTags: addresses for some of the policy.',
  'fortinet/inbound-path':
    'The inbound rules {rules} hold only for traffic that passes the FortiGate: no virtual IP is printed, and replies have to come back the same way.',
  'fortinet/ipv6-left-out':
    '{count} IPv6 prefixes of {destinations} are left out: their rules have no IPv6 source, or option ipv6 is off.',
  'fortinet/learnt-addresses':
    '{destination} on {service} matches the addresses that the FortiGate has seen in DNS answers, whoever else shares them: clients must get them in clear text through the FortiGate, and at most {limit} are kept. Otherwise use option wildcards: covering.',
  'fortinet/limit-table':
    'The table {table} gets {count} objects of ours; {limit} is what option {option} allows (`print tablesize` shows what the device holds). Use option serviceTags: feeds, or raise it.',
  'fortinet/no-common-family': 'Rule {rule} has no source of the address family of {destination}.',
  'fortinet/no-usable-source':
    'None of the sources {sources} has addresses that can stand in a policy: FortiOS knows no service tags (give a tag document, `--service-tags`), and option ipv6 may be off.',
  'fortinet/not-fed':
    'The tags {tags} become address objects and no feed, since a feed with prefixes as wide as theirs would open too much if it were wrong.',
  'fortinet/path-by-web-filter':
    '{destination} is matched by a web filter at the addresses that the name resolves to: clients must trust the certificate of {profile}, and what is no HTTP is not filtered.',
  'fortinet/path-widened-to-host':
    '{destination} on {service} becomes the whole of {host}, by its addresses: a path needs option deepInspection, TCP port 80 or 443, and no more than {limit} characters.',
  'fortinet/resolved-addresses':
    '{destination} on {service} matches the addresses that the FortiGate resolves the name to, whoever else shares them: it must ask the same DNS as the clients.',
  'fortinet/routes-not-included': 'The routes {routes} (to {tags}) are not part of this configuration.',
  'fortinet/sources-dropped':
    'Rule {rule} does not hold for the sources {sources}: they have no addresses here, or option ipv6 is off.',
  'fortinet/suffix-as-pair':
    '{destination} is written as the domain and all below it, {how}; names that only end alike are not matched.',
  'fortinet/tag-addresses-dated':
    'The addresses of {tags} are those of {documents}: they change about every week. Print updates from newer documents, or use option serviceTags: feeds.',
  'fortinet/tag-unresolved':
    '{destination} has no addresses here and FortiOS knows no service tags: give a tag document (`--service-tags`), or for a tag of your own network its prefixes.',
  'fortinet/web-filter-first':
    'Policy {policy} blocks by its web filter what {policies} allow afterwards at the same addresses and ports. Put paths of one host into one rule.',
  'fortinet/wildcard-needs-tag':
    '{destination} on {service} can not be said without DNS answers that cross the FortiGate: name the hosts one by one, or give a tag document (`--service-tags`) if a tag covers the rule.',
};
