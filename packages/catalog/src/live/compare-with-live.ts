import {
  destinationText,
  entriesOf,
  portsContain,
  serviceText,
  type Destination,
  type Diagnostic,
  type Entry,
  type Policy,
} from '@azureml-firewall/rule-model';
import type { CatalogCode } from '../diagnostics.js';
import { diagnoseComparison } from './diagnose-comparison.js';

/** A host by its services that one side asks for. */
export interface LiveDifference {
  readonly requirement: string;
  readonly destination: string;
  readonly service: string;
}

/** A pattern of the catalog, with the exact hosts that the workspace names in its place. */
export interface Narrowing extends LiveDifference {
  readonly narrowedBy: readonly string[];
}

/** The catalog's plan beside the workspace's own answer. */
export interface LiveComparison {
  /** What only the workspace asks for: a gap in the catalog, or something newer than its edition. */
  readonly onlyLive: readonly LiveDifference[];
  /** Hosts that only the catalog asks for: the answer is not complete, so this is no reason to drop them. */
  readonly onlyCatalog: readonly LiveDifference[];
  /** Patterns for which the workspace names exact hosts. */
  readonly narrowed: readonly Narrowing[];
  /** Service tags and prefixes, which the answer can't speak about. */
  readonly notComparable: readonly LiveDifference[];
  /** The same as diagnostics with codes, whose texts are in `catalogMessages`, and what speaks against the comparison. */
  readonly diagnostics: readonly Diagnostic<CatalogCode>[];
}

/** What was found, before it is put into diagnostics. */
export type LiveFindings = Omit<LiveComparison, 'diagnostics'>;

/** Whether a host, or a wildcard, lies within a destination of the catalog. */
function covers(outer: Destination, text: string): boolean {
  const bare = text.replace(/^\*\.?/, '');
  switch (outer.kind) {
    case 'fqdn':
      return outer.host === text;
    case 'url':
      // A host is wider than a path on it.
      return false;
    case 'wildcard':
      return text === `*.${outer.parent}` || bare.endsWith(`.${outer.parent}`);
    case 'suffix':
      return bare.endsWith(outer.suffix);
    case 'service-tag':
    case 'cidr':
      return false;
  }
}

function carries(outer: Entry, inner: Entry): boolean {
  const sameProtocol = outer.service.protocol === inner.service.protocol;
  return sameProtocol && inner.service.ports.every((range) => portsContain(outer.service.ports, range));
}

function differenceOf({ rule, destination, service }: Entry): LiveDifference {
  const requirement = rule.origins[0]?.requirement ?? rule.id;
  return { requirement, destination: destinationText(destination), service: serviceText(service) };
}

function findingsOf(outbound: readonly Entry[], asked: readonly Entry[]): LiveFindings {
  const byName = (entry: Entry): boolean => !['service-tag', 'cidr'].includes(entry.destination.kind);
  const withinOf = (entry: Entry): readonly string[] => {
    const inside = asked.filter(
      (one) => covers(entry.destination, destinationText(one.destination)) && carries(entry, one),
    );
    return [...new Set(inside.map(({ destination }) => destinationText(destination)))].toSorted();
  };
  const named = outbound.filter(byName).map((entry) => ({ entry, within: withinOf(entry) }));
  const exact = ({ entry, within }: (typeof named)[number]): boolean =>
    within.includes(destinationText(entry.destination));
  return {
    onlyLive: asked
      .filter(
        (one) =>
          !outbound.some((entry) => covers(entry.destination, destinationText(one.destination)) && carries(entry, one)),
      )
      .map(differenceOf),
    onlyCatalog: named.filter(({ within }) => within.length === 0).map(({ entry }) => differenceOf(entry)),
    narrowed: named
      .filter((one) => one.within.length > 0 && !exact(one))
      .map(({ entry, within }) => ({ ...differenceOf(entry), narrowedBy: within })),
    notComparable: outbound.filter((entry) => !byName(entry)).map(differenceOf),
  };
}

/** The services by which a plan reaches a host, whatever the answer asks for it. */
function plannedServices(outbound: readonly Entry[], host: string): readonly LiveDifference[] {
  return outbound.filter(({ destination }) => covers(destination, host)).map(differenceOf);
}

/** Compares a plan with what `planFromDependencies` read, by host, protocol and port. */
export function compareWithLive(planned: Policy, live: Policy): LiveComparison {
  const outbound = entriesOf(planned).filter(({ rule }) => rule.direction === 'outbound');
  const found = findingsOf(outbound, entriesOf(live));
  const diagnostics = diagnoseComparison(planned, live, found, (host) => plannedServices(outbound, host));
  return { ...found, diagnostics };
}
