import {
  normalizeRule,
  serviceText,
  type Destination,
  type Origin,
  type Rule,
  type Service,
  type Source,
} from '@azureml-firewall/rule-model';
import type { Edition, Place, Requirement } from '../edition/edition.js';
import type { Region } from '../region.js';
import type { Applied } from './applicable.js';
import type { PlanContext } from './context.js';
import { groupsOf, type Group } from './groups.js';
import { hasSourcesByRole, ownAddresses, ownDestinations } from './sources.js';

function originOf(requirement: string, { edition, sources }: Edition, { source, section, row }: Place): Origin {
  const page = sources.find(({ id }) => id === source);
  return {
    requirement,
    edition,
    section: row === undefined ? section : `${section}#${row}`,
    source: page?.url ?? source,
  };
}

function coveringTags(requirement: Requirement, region: Region): { coveredBy?: readonly string[] } {
  return requirement.coveredBy
    ? { coveredBy: requirement.coveredBy.map((tag) => tag.replace('<region>', region.tagSuffix)) }
    : {};
}

/** `tcp/80,443` as part of a rule's id: `tcp-80-443`. */
function slug(services: readonly Service[]): string {
  const text = services.map(serviceText).join('-');
  return text.replaceAll('*', 'any').replace(/[^a-z0-9]+/g, '-');
}

/** What tells a rule from the others of its requirement: services, roles, both, or nothing where it is the only one. */
function idsOf(requirement: string, groups: readonly Group[]): readonly string[] {
  const parts = groups.map(({ services, roles }) => [slug(services), roles.join('-')] as const);
  const vary = (at: 0 | 1): boolean => new Set(parts.map((part) => part[at])).size > 1;
  const [byServices, byRoles] = [vary(0), vary(1)];
  return parts.map(([services, roles]) =>
    [requirement, ...(byServices ? [services] : []), ...(byRoles ? [roles] : [])].join('.'),
  );
}

/**
 * The rules of a requirement from the facts that apply: one, unless some destinations need other ports than the rest, or
 * roles with addresses of their own open different ones. Ids follow from the content, so that nothing else in the policy
 * can change them.
 */
export function rulesOf(
  requirement: Requirement,
  applied: readonly Applied[],
  { edition, profile, region }: PlanContext,
): readonly Rule[] {
  const groups = groupsOf(applied, hasSourcesByRole(profile));
  const ids = idsOf(requirement.id, groups);
  return groups.map(({ destinations, services, facts, roles }, i) => {
    const peers = { sources: ownAddresses(profile, roles), destinations };
    const inbound = { sources: destinations.filter(isSource), destinations: ownDestinations(profile, roles) };
    return normalizeRule({
      id: ids[i] ?? requirement.id,
      purpose: requirement.purpose,
      ...(requirement.exfiltration && { caution: requirement.exfiltration.risk }),
      action: 'allow',
      direction: requirement.direction,
      ...(requirement.direction === 'inbound' ? inbound : peers),
      services,
      ...coveringTags(requirement, region),
      necessity: requirement.necessity,
      origins: facts.flatMap(({ fact }) => fact.at.map((place) => originOf(requirement.id, edition, place))),
    });
  });
}

function isSource(destination: Destination): destination is Destination & Source {
  return destination.kind === 'service-tag' || destination.kind === 'cidr';
}
