/** What this renderer has to say: the texts stand in `messages`. */
export type Code = `squid/${
  | 'address-after-name'
  | 'address-any-of-name'
  | 'address-literal'
  | 'address-resolved'
  | 'addresses-left'
  | 'family-closed'
  | 'http-by-address'
  | 'inbound'
  | 'intercepted'
  | 'no-client-network'
  | 'not-web'
  | 'own-addresses'
  | 'path-escaped'
  | 'path-in-clear'
  | 'path-needs-bump'
  | 'path-opened'
  | 'ports-left'
  | 'redirected-away'
  | 'routes-not-included'
  | 'sources-dropped'
  | 'tag-addresses-dated'
  | 'tag-unresolved'
  | 'udp'
  | 'web-only'}`;

export const messages: Readonly<Record<Code, string>> = {
  'squid/address-after-name':
    '{destination} on {service} comes after a name that is treated the other way, so that squid has to look at the TLS hello first: {lost} do not pass. Put the rule before.',
  'squid/address-any-of-name':
    '{destination} on {service} stops requests that name an address in it, and names of which squid itself finds one there, whichever of their addresses would have been used.',
  'squid/address-literal':
    '{destination} on {service} is matched where a request names the address itself. A name is refused, since squid could connect to another of its addresses: name the hosts (`--addressing hosts`), or use option addresses: resolved.',
  'squid/address-resolved':
    '{destination} on {service} also lets names pass of which squid itself finds one address in it, and squid may then connect to another one: whoever controls a name can use that. Name the hosts (`--addressing hosts`), or use option addresses: literal.',
  'squid/addresses-left':
    '{destination} on {service} is left to a packet filter (option addresses: none): render it with one, `--target squid,nftables`.',
  'squid/family-closed':
    'No network of the clients has {family} addresses, so that fence.nft refuses all {family} traffic through this gateway. Name the networks in option clients, and only those are fenced.',
  'squid/http-by-address':
    '{destination} on {service}: on ports {ports}, which are taken for HTTP, only HTTP passes, and only with a Host that has the address.',
  'squid/inbound':
    'Rule {rule} is inbound, and a proxy carries only what clients open: render it for a packet filter, `--target squid,nftables`.',
  'squid/intercepted':
    '{destination} on {service} passes as TLS that names it (HTTP on ports {ports}), and only at addresses that squid itself finds for the name: it must ask the same resolver as the clients (option dnsServers).',
  'squid/no-client-network':
    'Rule {rule} is for {sources}, and a proxy for anybody is an open one: say in option clients which networks may use it, or give the sources of the policy as prefixes.',
  'squid/not-web':
    '{destination} on {service} is no TLS and no HTTP, or its clients know no proxies: render it for a packet filter, `--target squid,nftables`.',
  'squid/own-addresses':
    '{destination} on {service} does not hold for {prefixes}: these are of the proxy itself or of its link, and are never let through.',
  'squid/path-escaped':
    '{destination} has percent escapes, which squid decodes before it compares: name the path without them, or a directory above.',
  'squid/path-in-clear':
    '{destination} on {service} is matched in unencrypted requests. squid decodes escapes first, so that %2F counts as a slash; a path or query with dot segments is refused.',
  'squid/path-needs-bump':
    'A proxy sees no path in {service} to {destination}: open TLS with option bump and a certificate authority that the clients trust, or allow the whole host by a rule of your own.',
  'squid/path-opened':
    '{destination} on {service} is seen by opening TLS: clients must trust the authority in {certificate}. squid decodes escapes first, so that %2F counts as a slash; a path or query with dot segments is refused.',
  'squid/ports-left':
    '{destination} on {service} is not carried on ports {ports}, which are no TLS and no HTTP: give them a rule of their own, and render that for a packet filter.',
  'squid/redirected-away':
    'Ports {ports} are redirected to squid, so that {entries}, which it does not carry, can not pass a packet filter beside it either.',
  'squid/routes-not-included': 'The routes {routes} (to {tags}) are not part of this configuration.',
  'squid/sources-dropped':
    'Rule {rule} does not hold for the sources {sources}: they have no addresses here, or lie outside of option clients.',
  'squid/tag-addresses-dated':
    'The addresses of {tags} are those of {documents}: they change about every week. Print the lists again from newer documents, and have squid read them (`squid -k reconfigure`).',
  'squid/tag-unresolved':
    '{destination} has no addresses here and squid knows no service tags: give a tag document (`--service-tags`), or for a tag of your own network its prefixes.',
  'squid/udp':
    '{destination} on {service} is UDP, which a proxy does not carry: render it for a packet filter, `--target squid,nftables`.',
  'squid/web-only': '{destination} on {service} passes as TLS that names it or as HTTP, and not as anything else.',
};
