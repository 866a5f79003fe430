/** What this renderer has to say: the texts stand in `messages`. */
export type Code = `cisco-asa/${
  | 'covered-by-tag'
  | 'list-not-applied'
  | 'list-replaces'
  | 'no-common-family'
  | 'no-usable-source'
  | 'path-widened-to-host'
  | 'resolved-addresses'
  | 'routes-not-included'
  | 'sources-dropped'
  | 'suffix-as-pair'
  | 'tag-addresses-dated'
  | 'tag-unresolved'
  | 'wildcard-needs-tag'}`;

export const messages: Readonly<Record<Code, string>> = {
  'cisco-asa/covered-by-tag':
    '{destination} on {service} becomes all addresses of {tags}: an access list has no wildcards, and whatever else is found there is matched as well. Without addresses: {missing}.',
  'cisco-asa/list-not-applied':
    'The access list {list} is defined and not in force: apply it with access-group, or name the interface in option {option}. An interface has one list for each direction.',
  'cisco-asa/list-replaces':
    'The access list {list} takes the place of the one that interface {interface} has now: traffic that no rule here allows is denied there. Keep the name of that one: undo does not bring it back, and an interface without a list passes all that goes to lower security levels.',
  'cisco-asa/no-common-family': 'Rule {rule} has no source of the address family of {destination}.',
  'cisco-asa/no-usable-source':
    'None of the sources {sources} of rule {rule} has addresses: give a tag document (`--service-tags`), or name prefixes.',
  'cisco-asa/path-widened-to-host':
    '{destination} on {service} becomes the whole of {host}, by its addresses: an access list sees no paths.',
  'cisco-asa/resolved-addresses':
    '{destination} on {service} matches the addresses that the ASA resolves the name to, whoever else shares them: it must ask the same DNS as the clients (dns domain-lookup, dns server-group).',
  'cisco-asa/routes-not-included': 'The routes {routes} (to {tags}) are not part of this configuration.',
  'cisco-asa/sources-dropped':
    'Rule {rule} does not hold for the sources {sources}: they have no addresses here. Give a tag document (`--service-tags`).',
  'cisco-asa/suffix-as-pair':
    '{destination} is written as the domain and what its covering tags hold; names that only end alike are not matched.',
  'cisco-asa/tag-addresses-dated':
    'The addresses of {tags} are those of {documents}: they change about every week. Print updates from newer documents; loading a newer rendering on top leaves the old addresses in the groups.',
  'cisco-asa/tag-unresolved':
    '{destination} has no addresses here, and an ASA knows no service tags: give a tag document (`--service-tags`), or for a tag of your own network its prefixes.',
  'cisco-asa/wildcard-needs-tag':
    '{destination} on {service} can not be said: an access list has no wildcards. Name the hosts one by one, or give a tag document (`--service-tags`) if a tag covers the rule.',
};
