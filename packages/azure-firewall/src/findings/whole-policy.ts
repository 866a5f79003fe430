import { destinationText, type Policy, type Rule } from '@azureml-firewall/rule-model';
import type { Context, Finding, Placed } from '@azureml-firewall/renderer-kit';
import { networkVersions, newerVersionFacts } from '../api-versions.js';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { sourcesOf } from '../sources.js';
import { isListedForFirewalls, isUnknown } from '../tag-support.js';
import { tagDocuments } from '../tags/table.js';

function routesNotIncluded({ routes }: Policy, { routeTable }: AzureFirewallOptions): readonly Finding<Code>[] {
  if (routeTable || routes.length === 0) return [];
  const data = { routes: routes.map(({ id }) => id), tags: [...new Set(routes.map(({ tag }) => tag))].toSorted() };
  return [{ code: 'azure-firewall/routes-not-included', data }];
}

function lookAlikes(placed: readonly Placed<Match>[]): readonly Finding<Code>[] {
  const printed = placed.filter(
    ({ entry: { destination, rule }, nodes }) =>
      destination.kind === 'suffix' &&
      rule.action === 'allow' &&
      nodes.some((match) => match.rule === 'application' && match.target.text === destinationText(destination)),
  );
  if (printed.length === 0) return [];
  const destinations = [...new Set(printed.map(({ entry }) => destinationText(entry.destination)))].toSorted();
  return [{ code: 'azure-firewall/look-alikes-included', data: { destinations } }];
}

/** A destination of which nothing is known as a tag says so itself. */
function saysSo({ entry: { destination } }: Placed<Match>): boolean {
  return destination.kind === 'service-tag' && isUnknown(destination);
}

function tagsNotListed(
  placed: readonly Placed<Match>[],
  { cloud }: Context<AzureFirewallOptions>,
): readonly Finding<Code>[] {
  const tags = placed
    .filter((one) => !saysSo(one))
    .flatMap(({ nodes }) => nodes)
    .flatMap((match) =>
      match.rule === 'network' && match.destination.kind === 'service-tag' ? match.destination.text : [],
    )
    .filter((tag) => !isListedForFirewalls(tag, cloud));
  if (tags.length === 0) return [];
  const data = { tags: [...new Set(tags)].toSorted(), cloud, document: tagDocuments[cloud] };
  return [{ code: 'azure-firewall/tag-not-listed', data }];
}

/** Said once for a rule, since an entry that has another finding does not show this one. */
function sourcesDropped(rules: readonly Rule[]): readonly Finding<Code>[] {
  return rules.flatMap((rule): readonly Finding<Code>[] => {
    const { dropped } = sourcesOf(rule);
    if (dropped.length === 0) return [];
    return [{ code: 'azure-firewall/sources-dropped', data: { rule: rule.id, sources: dropped } }];
  });
}

/** The languages in which a version is printed: Terraform's provider has its own. */
const versioned = ['arm', 'bicep', 'az-cli', 'classic'] as const;

function versionNotKnown({ apiVersion, languages }: AzureFirewallOptions): readonly Finding<Code>[] {
  const data = newerVersionFacts(apiVersion, networkVersions);
  if (!data || !versioned.some((language) => languages.includes(language))) return [];
  return [{ code: 'azure-firewall/api-version-not-known', data }];
}

/** What a reader should know of the policy as a whole. */
export function wholePolicyFindings(
  placed: readonly Placed<Match>[],
  context: Context<AzureFirewallOptions>,
): readonly Finding<Code>[] {
  return [
    ...versionNotKnown(context.options),
    ...routesNotIncluded(context.policy, context.options),
    ...tagsNotListed(placed, context),
    ...lookAlikes(placed),
    ...sourcesDropped([...new Set(placed.map(({ entry }) => entry.rule))]),
  ];
}
