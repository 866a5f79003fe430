import {
  destinationText,
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
import { servicesOf } from './services.js';
import { ownAddresses, ownDestinations } from './sources.js';

/** Destinations that are reached by the same services, with the facts that say so. */
interface Group {
  readonly destinations: readonly Destination[];
  readonly services: readonly Service[];
  readonly facts: readonly Applied[];
}

/** One destination gathers the ports of all its facts; destinations with the same ports then stand together. */
function groupsOf(applied: readonly Applied[]): readonly Group[] {
  const byDestination = new Map<string, { destination: Destination; facts: Applied[] }>();
  for (const one of applied) {
    const key = destinationText(one.destination);
    const home = byDestination.get(key) ?? { destination: one.destination, facts: [] };
    home.facts.push(one);
    byDestination.set(key, home);
  }
  const byServices = new Map<string, { destinations: Destination[]; services: readonly Service[]; facts: Applied[] }>();
  for (const { destination, facts } of byDestination.values()) {
    const services = servicesOf([...new Set(facts.flatMap(({ fact }) => fact.ports))].toSorted());
    const key = services.map(serviceText).join(' ');
    const home = byServices.get(key) ?? { destinations: [], services, facts: [] };
    home.destinations.push(destination);
    home.facts.push(...facts);
    byServices.set(key, home);
  }
  return [...byServices.values()];
}

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

/**
 * The rules of a requirement from the facts that apply: one, unless some destinations need other ports than the rest.
 * Ids follow from the content, so that nothing else in the policy can change them.
 */
export function rulesOf(requirement: Requirement, applied: readonly Applied[], context: PlanContext): readonly Rule[] {
  const { edition, profile, region, roles } = context;
  const groups = groupsOf(applied);
  const mine = requirement.roles.filter((role) => roles.includes(role));
  return groups.map(({ destinations, services, facts }) => {
    const peers = { sources: ownAddresses(profile, mine), destinations };
    const inbound = { sources: destinations.filter(isSource), destinations: ownDestinations(profile, mine) };
    return normalizeRule({
      id: groups.length === 1 ? requirement.id : `${requirement.id}.${slug(services)}`,
      purpose: requirement.purpose.en,
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
