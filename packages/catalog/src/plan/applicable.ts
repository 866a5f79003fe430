import { parseDestination, type Destination, type Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Fact, Requirement } from '../edition/edition.js';
import { holds, predicateText } from '../predicate.js';
import type { PlanContext } from './context.js';
import type { Excluded, Exclusion } from './excluded.js';
import { fillHost, fillTag } from './placeholders.js';
import { ownAddresses } from './sources.js';

/** A fact that applies to a profile, its names filled in. */
export interface Applied {
  readonly fact: Fact;
  readonly destination: Destination;
  readonly text: string;
}

/** The answer on a fact: in the policy, or out of it for a reason. */
export interface Verdict {
  readonly applied?: Applied;
  readonly excluded?: Excluded;
  readonly diagnostics: readonly Diagnostic<CatalogCode>[];
}

function destinationOf({ tag }: Fact, text: string): Destination {
  if (tag !== undefined) return { kind: 'service-tag', tag: text };
  const parsed = parseDestination(text);
  if (!parsed.ok) throw new TypeError(`the catalog holds "${text}", expected ${parsed.refusal.expected}`);
  return parsed.value;
}

/** Why a fact is left out, if it is; the first reason that holds. */
function exclusionOf(
  requirement: Requirement,
  fact: Fact,
  missing: readonly string[],
  { profile, roles }: PlanContext,
): Exclusion | undefined {
  if (fact.when && !holds(fact.when, profile))
    return { kind: 'condition', when: fact.when, text: predicateText(fact.when) };
  const mine = requirement.roles.filter((role) => roles.includes(role));
  if (mine.length === 0) return { kind: 'role', roles: requirement.roles };
  if (ownAddresses(profile, mine).length === 0) return { kind: 'no-source', roles: mine };
  if (fact.tag === undefined && fact.host === undefined) return { kind: 'no-destination' };
  return missing.length > 0 ? { kind: 'missing-name', fields: missing } : undefined;
}

/** Reasons that a reader can do something about. */
function aboutExclusion(
  requirement: string,
  { ports }: Fact,
  destination: string,
  because: Exclusion,
): readonly Diagnostic<CatalogCode>[] {
  if (because.kind === 'missing-name')
    return [diagnose('catalog/missing-name', { requirement, destination, fields: because.fields })];
  if (because.kind === 'no-source') return [diagnose('catalog/no-source', { requirement, roles: because.roles })];
  return because.kind === 'no-destination' ? [diagnose('catalog/no-destination', { requirement, ports })] : [];
}

/** Decides a fact that is about the profile's cloud. */
export function judge(requirement: Requirement, fact: Fact, context: PlanContext): Verdict {
  const { text, missing } =
    fact.tag === undefined
      ? fillHost(fact.host ?? '', context.profile)
      : { text: fillTag(fact.tag, context.region), missing: [] };
  const because = exclusionOf(requirement, fact, missing, context);
  const { id } = requirement;
  if (because) {
    return {
      excluded: { requirement: id, destination: text, ports: fact.ports, at: fact.at, because },
      diagnostics: aboutExclusion(id, fact, text, because),
    };
  }
  const renamed = fact.tag !== undefined && fact.printed !== undefined;
  return {
    applied: { fact, destination: destinationOf(fact, text), text },
    diagnostics: renamed
      ? [diagnose('catalog/tag-renamed', { requirement: id, printed: fact.printed, tag: text })]
      : [],
  };
}
