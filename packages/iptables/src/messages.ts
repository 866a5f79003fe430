/** What these renderers have to say: the texts stand in `messages`. */
export type Code = `iptables/${
  | 'any-is-own'
  | 'covered-by-tag'
  | 'denied-by-name'
  | 'family-closed'
  | 'from-inside'
  | 'host-leaves-inbound'
  | 'inbound-by-name'
  | 'name-needs-tag'
  | 'names-together'
  | 'no-common-family'
  | 'no-usable-source'
  | 'other-names-refused'
  | 'outside-subnets'
  | 'path-widened-to-host'
  | 'routes-not-included'
  | 'shared-address'
  | 'sources-dropped'
  | 'subnets-needed'
  | 'suffix-as-pair'
  | 'tag-addresses-dated'
  | 'tag-unresolved'}`;

export const messages: Readonly<Record<Code, string>> = {
  'iptables/any-is-own':
    'Rule {rule} is from anywhere, which here is the own network as option subnets gives it: the traffic of others is not judged.',
  'iptables/covered-by-tag':
    '{destination} on {service} becomes all addresses of {tags} in place of its name: whatever else is found there is matched as well. Without addresses: {missing}.',
  'iptables/denied-by-name':
    '{destination} on {service} is denied by the addresses that the resolver has answered: none before somebody asked it, and also others that share them. Deny prefixes, or use a proxy (target squid).',
  'iptables/family-closed':
    'No subnet of the own network has {family} addresses, so that all {family} traffic through this gateway is refused. Name the subnets in option subnets, and only those are judged.',
  'iptables/from-inside':
    'Rule {rule} does not hold for traffic from {prefixes}: that is the own network, and what starts there is judged by the rules for what goes out.',
  'iptables/host-leaves-inbound':
    'The inbound rules {rules} come first in INPUT; what they do not decide is left to the other rules of this machine, so that nobody is locked out of it.',
  'iptables/inbound-by-name':
    '{destination} on {service} is matched by the addresses that the resolver of this machine has answered: who comes from outside has asked another one. Name the prefixes.',
  'iptables/name-needs-tag':
    '{destination} on {service} can not be said without a resolver that fills sets: use option names: learnt, or give a tag document (`--service-tags`) if a tag covers the rule.',
  'iptables/names-together':
    'The resolver puts addresses of {also} into the sets of {destination} as well: dnsmasq fills one list of sets for a domain and all below it, and other rules need those names.',
  'iptables/no-common-family': 'Rule {rule} has no source of the address family of {destination}.',
  'iptables/no-usable-source':
    'None of the sources {sources} has addresses: give a tag document (`--service-tags`), or for a tag of your own network its prefixes.',
  'iptables/other-names-refused':
    'Names that no rule has do not resolve, and so clients that come to {destinations} by name do not get there: use option otherNames: resolve, or a rule with the names.',
  'iptables/outside-subnets':
    'Rule {rule} does not hold for {prefixes}: they are outside of option subnets, and their traffic is not judged here.',
  'iptables/path-widened-to-host':
    '{destination} on {service} becomes the whole of {host}, by its addresses: a packet filter sees no path. Use a proxy (target squid).',
  'iptables/routes-not-included': 'The routes {routes} (to {tags}) are not part of this configuration.',
  'iptables/shared-address':
    '{destination} on {service} is matched by the addresses that the resolver answers: clients have to ask it, and whatever else is found at those addresses passes as well. Only a proxy (target squid) tells names on one address apart.',
  'iptables/sources-dropped': 'Rule {rule} does not hold for the sources {sources}: they have no addresses here.',
  'iptables/subnets-needed':
    'Rule {rule} is not printed: which traffic is of the own network can not be told from "any". Give option subnets, or use mode host.',
  'iptables/suffix-as-pair':
    '{destination} is written as the domain and all below it, {how}; names that only end alike are not matched.',
  'iptables/tag-addresses-dated':
    'The addresses of {tags} are those of {documents}: they change about every week. Render again with newer documents and apply it: sets are exchanged while rules stand.',
  'iptables/tag-unresolved':
    '{destination} has no addresses here and netfilter knows no service tags: give a tag document (`--service-tags`), or for a tag of your own network its prefixes.',
};
