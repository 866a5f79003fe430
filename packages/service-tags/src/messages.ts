import type { ServiceTagMessages } from './diagnostics.js';

/** Texts of the diagnostics of this package. */
export const serviceTagMessages: ServiceTagMessages = {
  'service-tags/unknown-fields': '{document} has fields that are not known and were not read: {fields}.',
  'service-tags/repeated-prefixes': '{tag} repeats {repeated} of its prefixes; each is taken once.',
  'service-tags/tag-spelling': '"{printed}" is spelt {tag} in {document}.',
  'service-tags/tag-renamed': '"{printed}" is in no document; its real name {tag} is used.',
  'service-tags/region-spelling': '"{printed}" is called {tag} in {document}.',
  'service-tags/unknown-tag': '{document} has no service tag {tag}.',
  'service-tags/not-in-region':
    '{document} has {base}, but no {tag}. The tag of all regions does not stand in for it: it holds more addresses.',
  'service-tags/absent-in-cloud': '{tag} has never been in a document of this cloud: there are no addresses to use.',
  'service-tags/virtual-tag':
    '{tag} is in no document: its prefixes depend on your network. Give them (option `virtual` of `resolveServiceTags`), or name what is needed by prefix under `extra` of the profile.',
  'service-tags/empty-tag': '{tag} has no prefixes in {document}.',
  'service-tags/other-cloud': 'The policy is for cloud {cloud}, and {document} is of another: nothing was resolved.',
  'service-tags/virtual-prefix': 'The prefix "{prefix}" given for {tag} was refused: expected {expected}.',
  'service-tags/not-virtual': 'Prefixes were given for {tag}, which is none of {virtual}: they were not used.',
  'service-tags/feature-missing':
    '{document} does not list {feature} for {tag}, only {features}: a configuration that names the tag there may be refused.',
  'service-tags/features-unstated': '{document} does not say whether {feature} can name {tag}; addresses are safe.',
  'service-tags/needed-missing': '{document} lacks {tag}, which is needed.',
  'service-tags/needed-empty': '{tag}, which is needed, has no prefixes in {document}.',
  'service-tags/shrunk': '{tag} has lost {percent} % of its {family} addresses from {previous} to {document}.',
  'service-tags/not-comparable': '{document} and {previous} are of different clouds or kinds and can not be compared.',
};
