import {
  destinationText,
  normalizeRule,
  stableHash,
  type Destination,
  type Diagnostic,
  type Rule,
} from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Edition } from '../edition/edition.js';
import { parseExtraDestination } from '../profile/extra.js';
import { roles, type ExtraNeed, type Profile } from '../profile/profile.js';
import type { PlanContext } from './context.js';
import { realTag } from './known-tags.js';
import { servicesOf } from './services.js';
import { ownAddresses } from './sources.js';

/** A need with its destination in its one spelling. */
interface OwnNeed {
  readonly destination: Destination;
  readonly ports: readonly string[];
  readonly because: string;
}

/** A word that is the same for no other need: where letters had to be replaced, a hash of the whole tells them apart. */
function idOf({ destination, ports }: OwnNeed): string {
  const text = `${destinationText(destination)}-${ports.join('-')}`;
  const word = text
    .toLowerCase()
    .replaceAll('*', 'any')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const lossless = /^[a-z0-9.]+$/.test(destinationText(destination)) && word.length <= 80;
  const head = word.slice(0, 80).replace(/-$/, '');
  return lossless ? `own-${word}` : `own-${head}-${stableHash(`${destination.kind} ${text}`).slice(-8)}`;
}

function ownRule(need: OwnNeed, profile: Profile): Rule {
  return normalizeRule({
    id: idOf(need),
    purpose: need.because,
    action: 'allow',
    direction: 'outbound',
    sources: ownAddresses(profile, roles),
    destinations: [need.destination],
    services: servicesOf(need.ports),
    necessity: 'required',
    origins: [{ requirement: 'own', edition: 'profile', section: 'extra', source: 'profile' }],
  });
}

function destinationOf(need: ExtraNeed, edition: Edition): Destination {
  if (need.to === undefined && need.tag !== undefined)
    return { kind: 'service-tag', tag: realTag(edition, need.tag).tag };
  const parsed = parseExtraDestination(need);
  if (!parsed.ok) throw new TypeError(`extra: expected ${parsed.refusal.expected}`);
  return parsed.value;
}

/** One need for each destination and its ports; who wrote it twice gave two reasons. */
function ownNeeds({ profile, edition }: PlanContext): readonly OwnNeed[] {
  const needs = new Map<string, OwnNeed>();
  for (const need of profile.extra) {
    const destination = destinationOf(need, edition);
    const ports = [...new Set(need.ports)].toSorted();
    const key = `${destination.kind} ${destinationText(destination)} ${ports.join(' ')}`;
    const because = [...new Set([needs.get(key)?.because, need.because])].filter((one) => one !== undefined).join('; ');
    needs.set(key, { destination, ports, because: because.slice(0, 500) });
  }
  return [...needs.values()];
}

/** The rules for what the profile adds of its own. */
export function ownRules(context: PlanContext): readonly Rule[] {
  return ownNeeds(context).map((need) => ownRule(need, context.profile));
}

/** What a reader should know of the tags in the profile: how they are really spelt, and which nothing knows. */
export function aboutOwnTags({ profile, edition }: PlanContext): readonly Diagnostic<CatalogCode>[] {
  return profile.extra.flatMap(({ tag: written }) => {
    if (written === undefined) return [];
    const { tag, known } = realTag(edition, written);
    if (!known) return [diagnose('catalog/unknown-tag', { tag: written })];
    return tag === written ? [] : [diagnose('catalog/tag-renamed', { requirement: 'own', printed: written, tag })];
  });
}
