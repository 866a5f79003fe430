import { destinationText, familyOf } from '@azureml-firewall/rule-model';
import type { Finding, Placed } from '@azureml-firewall/renderer-kit';
import { canBeFed, isFed } from '../addresses.js';
import type { Code } from '../messages.js';
import type { Match, TagTarget, Target } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { sourcesOf } from '../sources.js';

function isTag(target: Target): target is TagTarget {
  return target.kind === 'tag';
}

/** The tags on either side of what was placed. */
function tagsOf(placed: readonly Placed<Match>[], options: FortinetOptions): readonly TagTarget[] {
  const rules = new Set(placed.map(({ entry }) => entry.rule));
  return [
    ...placed.flatMap(({ nodes }) => nodes.map(({ target }) => target)).filter(isTag),
    ...[...rules].flatMap((rule) => sourcesOf(rule, options).targets).filter(isTag),
  ];
}

function words(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

function datedFinding(tags: readonly TagTarget[], options: FortinetOptions): readonly Finding<Code>[] {
  const dated = tags.filter((tag) => !isFed(tag, options));
  if (dated.length === 0) return [];
  const data = { tags: words(dated.map(({ tag }) => tag)), documents: words(dated.map(({ document }) => document)) };
  return [{ code: 'fortinet/tag-addresses-dated', data }];
}

function notFed(tags: readonly TagTarget[], { serviceTags }: FortinetOptions): readonly Finding<Code>[] {
  const wide = serviceTags === 'feeds' ? tags.filter(({ prefixes }) => !canBeFed(prefixes)) : [];
  if (wide.length === 0) return [];
  return [{ code: 'fortinet/not-fed', data: { tags: words(wide.map(({ tag }) => tag)) } }];
}

/** IPv6 prefixes of destinations that no source of their rule can reach. */
function ipv6LeftOut(placed: readonly Placed<Match>[], options: FortinetOptions): readonly Finding<Code>[] {
  const destinations = new Set<string>();
  const left = new Set<string>();
  for (const { entry, nodes } of placed) {
    if (sourcesOf(entry.rule, options).families.includes('ipv6')) continue;
    const six = nodes.flatMap(({ target }) =>
      isTag(target) ? target.prefixes.filter((prefix) => familyOf(prefix) === 'ipv6') : [],
    );
    if (six.length > 0) destinations.add(destinationText(entry.destination));
    for (const prefix of six) left.add(prefix);
  }
  if (left.size === 0) return [];
  return [{ code: 'fortinet/ipv6-left-out', data: { count: left.size, destinations: words([...destinations]) } }];
}

/** What is to be said about the addresses of tags. */
export function tagFindings(placed: readonly Placed<Match>[], options: FortinetOptions): readonly Finding<Code>[] {
  const tags = tagsOf(placed, options);
  return [...datedFinding(tags, options), ...notFed(tags, options), ...ipv6LeftOut(placed, options)];
}
