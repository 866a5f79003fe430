import type { CatalogMessages } from './diagnostics.js';

/** Texts of the diagnostics that `plan`, `planFromDependencies` and `compareWithLive` return. */
export const catalogMessages: CatalogMessages = {
  'catalog/tag-renamed':
    'The page prints the service tag "{printed}", which does not exist under that name; {tag} is used ({requirement}).',
  'catalog/missing-name': '{destination} is left out of the policy: the profile does not say {fields} ({requirement}).',
  'catalog/no-source':
    'What {roles} open for {requirement} is left out of the policy: network.sources names no addresses for them.',
  'catalog/unknown-tag':
    'The service tag {tag} is not one that the requirements use: check its spelling against a tag document of your cloud.',
  'catalog/no-destination':
    '{requirement} asks for {ports} without saying what they lead to: no rule is planned, decide where such connections go.',
  'catalog/exfiltration-path': 'Data could leave through {requirement}: {risk}. {mitigation} ({source})',
  'catalog/disputed': 'Official pages disagree about {requirements}: {statements}. {resolution}',
  'catalog/narrowed':
    '{requirement} gives up {destinations} for {insteadOf}, as breadth strict asks: your own names are reached, those that Microsoft runs for the service are not.',
  'catalog/kept-wide':
    '{requirement} keeps {destinations} as published, although breadth strict is asked for: nothing in the plan stands in for them.',
  'catalog/not-narrowed': '{requirement} stays as published: none of {standIns} is in the plan to stand in for it.',
  'catalog/broadened': '{requirement} uses {tag}, the tag of all regions, as breadth broad asks.',
  'catalog/prerequisite': '{text} ({source})',
  'catalog/in-cluster-traffic':
    'The edition also lists {count} kinds of traffic inside the cluster, which network policies must let pass: {traffic}.',
  'catalog/cluster-not-attached':
    '{field} are addresses of an attached Kubernetes cluster, and compute.kubernetes is none: if they are those of compute clusters, name them for compute.',
  'catalog/any-source': 'No sources are given in {field}: the rules hold for traffic from any address.',
  'catalog/page-not-included':
    'This workspace also needs what another page asks for, which this edition does not hold: {title}, {url}',
  'catalog/no-paired-region':
    'No paired region is known for {region}: route {route} by address holds the prefixes of the workspace region only.',
  'catalog/region-suffix-unverified':
    'No service-tag file at hand holds {region}: the suffix {suffix} follows the pattern of other regions and is unverified.',
  'catalog/region-not-ordinary':
    '{region} is not an ordinary region ({status}): check that its names are still in use.',
  'catalog/live-incomplete':
    'The answer of the workspace ({hosts} hosts) is not complete: it is silent on UDP, Azure Batch and the content network of the registry. Compare it with a plan, never put it in its place.',
  'catalog/live-protocol-assumed': 'The answer names no protocol: {protocol} is assumed for all {hosts} hosts.',
  'catalog/live-foreign-cloud':
    '{host} lies in a domain of cloud {home}, and the workspace is in {cloud}: check whose answer this is before you allow it.',
  'catalog/live-several-categories':
    '{host} stands under several categories: {categories}. It is asked for once, in the rule of the first.',
  'catalog/live-other-place': 'The plan is for {planned}, the answer for {live}: most of what follows comes from that.',
  'catalog/live-only':
    'Only the workspace asks for {destination} {service}: a gap in the catalog, or newer than its edition.',
  'catalog/live-other-service':
    'The workspace asks for {destination} {service}, which the plan reaches by {planned} only ({requirements}).',
  'catalog/live-narrowed':
    'The workspace names {narrowedBy} where {requirement} asks for {destination} {service}: the pattern may be narrowed to them.',
  'catalog/live-unsaid':
    '{count} entries of the plan are not in the answer: it is not complete, so this is no reason to drop them.',
  'catalog/live-not-comparable': 'The answer names no service tags and no addresses: {destinations} are not compared.',
};
