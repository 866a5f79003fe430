import { parseDestination, type Destination, type Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Fact, Requirement } from '../edition/edition.js';
import { rolesOf } from '../edition/roles-of.js';
import { holds, predicateText } from '../predicate.js';
import type { PlanContext } from './context.js';
import type { Role } from '../profile/profile.js';
import { excludedFact, type Excluded, type Exclusion } from './excluded.js';
import { fillHost, fillTag } from './placeholders.js';

/** A fact that applies to a profile, its names filled in. */
export interface Applied {
  readonly fact: Fact;
  readonly destination: Destination;
  readonly text: string;
  /** Who opens it, of those that were asked for and have addresses. */
  readonly roles: readonly Role[];
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

/** Who opens a fact: all, those that were asked for, and those of them that have addresses. */
interface Who {
  readonly all: readonly Role[];
  readonly asked: readonly Role[];
  readonly placed: readonly Role[];
}

function whoOpens(requirement: Requirement, fact: Fact, { roles, placed }: PlanContext): Who {
  const all = rolesOf(requirement, fact);
  const among = (some: readonly Role[]): readonly Role[] => all.filter((role) => some.includes(role));
  return { all, asked: among(roles), placed: among(placed) };
}

/** Why a fact is left out, if it is; the first reason that holds. */
function exclusionOf(
  fact: Fact,
  { all, asked, placed }: Who,
  missing: readonly string[],
  { profile }: PlanContext,
): Exclusion | undefined {
  if (fact.when && !holds(fact.when, profile))
    return { kind: 'condition', when: fact.when, text: predicateText(fact.when) };
  if (asked.length === 0) return { kind: 'role', roles: all };
  if (placed.length === 0) return { kind: 'no-source', roles: asked };
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
  const who = whoOpens(requirement, fact, context);
  const because = exclusionOf(fact, who, missing, context);
  const { id } = requirement;
  if (because) {
    return {
      excluded: excludedFact(requirement, fact, { text, ports: fact.ports, because }),
      diagnostics: aboutExclusion(id, fact, text, because),
    };
  }
  const renamed = fact.tag !== undefined && fact.printed !== undefined;
  return {
    applied: { fact, destination: destinationOf(fact, text), text, roles: who.placed },
    diagnostics: renamed
      ? [diagnose('catalog/tag-renamed', { requirement: id, printed: fact.printed, tag: text })]
      : [],
  };
}
