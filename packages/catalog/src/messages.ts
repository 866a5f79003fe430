import type { CatalogMessages } from './diagnostics.js';

/** Texts of the diagnostics that `plan` returns. */
export const catalogMessages: CatalogMessages = {
  'catalog/tag-renamed':
    'The page prints the service tag "{printed}", which does not exist under that name; {tag} is used ({requirement}).',
  'catalog/missing-name': '{destination} is left out of the policy: the profile does not say {fields} ({requirement}).',
  'catalog/no-source':
    '{requirement} is left out of the policy: network.sources names no addresses for {roles}, who open its connections.',
  'catalog/unknown-tag':
    'The service tag {tag} is not one that the requirements use: check its spelling against a tag document of your cloud.',
  'catalog/no-destination':
    '{requirement} asks for {ports} without saying what they lead to: no rule is planned, decide where such connections go.',
  'catalog/exfiltration-path': 'Data could leave through {requirement}: {risk}. {mitigation} ({source})',
  'catalog/disputed': 'Official pages disagree about {requirements}: {statements}. {resolution}',
  'catalog/narrowed':
    '{requirement} is left out for {insteadOf}, as breadth strict asks: accounts that Microsoft runs for the service are not reached.',
  'catalog/not-narrowed': '{requirement} stays as published: none of {standIns} is in the plan to stand in for it.',
  'catalog/broadened': '{requirement} uses {tag}, the tag of all regions, as breadth broad asks.',
  'catalog/in-cluster-traffic':
    'The edition also lists {count} kinds of traffic inside the cluster, which network policies must let pass.',
  'catalog/any-source': 'No sources are given in {field}: the rules hold for traffic from any address.',
  'catalog/page-not-included':
    'This workspace also needs what another page asks for, which this edition does not hold: {title}, {url}',
  'catalog/no-paired-region':
    'No paired region is known for {region}: route {route} by address holds the prefixes of the workspace region only.',
  'catalog/region-suffix-unverified':
    'No service-tag file at hand holds {region}: the suffix {suffix} follows the pattern of other regions and is unverified.',
  'catalog/region-not-ordinary':
    '{region} is not an ordinary region ({status}): check that its names are still in use.',
};
