import type { Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Requirement } from '../edition/edition.js';
import type { Applied } from './applicable.js';
import { excludedFact, type Excluded } from './excluded.js';
import { splitByRoles, type PlannedNeed } from './need.js';

/** The words for {@link Breadth}. */
export const breadths = ['strict', 'balanced', 'broad'] as const;

/**
 * How wide to open where the sources leave a choice: the workspace's own account in place of every account (`strict`), as
 * published (`balanced`), or tags of all regions in place of one (`broad`).
 *
 * `strict` goes as far as the pages name the own account: for blobs, Data Lake files, file shares, the container registry
 * and the API server of AKS. Tables and queues are published for every account only, so that their hosts
 * (`*.table.core.windows.net`) stay, which `catalog/kept-wide` points out.
 */
export type Breadth = (typeof breadths)[number];

/** Needs as wide as was asked for, and what a reader should know about it. */
export interface Sized {
  readonly needs: readonly PlannedNeed[];
  readonly excluded: readonly Excluded[];
  readonly diagnostics: readonly Diagnostic<CatalogCode>[];
}

const unchanged = (need: PlannedNeed): Sized => ({ needs: [need], excluded: [], diagnostics: [] });

/** What is left of a need after some of it was dropped, and what a reader should know about it. */
function narrowed(
  { requirement }: PlannedNeed,
  insteadOf: readonly string[],
  left: readonly PlannedNeed[],
  dropped: readonly Applied[],
): Sized {
  const { id } = requirement;
  const because = { kind: 'breadth', insteadOf } as const;
  const namesOf = (applied: readonly Applied[]): readonly string[] => [...new Set(applied.map(({ text }) => text))];
  const [gone, kept] = [namesOf(dropped), namesOf(left.flatMap(({ applied }) => applied))];
  return {
    needs: left,
    excluded: dropped.map(({ fact, text }) => excludedFact(requirement, fact, { text, ports: fact.ports, because })),
    diagnostics: [
      ...(gone.length > 0 ? [diagnose('catalog/narrowed', { requirement: id, destinations: gone, insteadOf })] : []),
      ...(kept.length > 0 ? [diagnose('catalog/kept-wide', { requirement: id, destinations: kept })] : []),
    ],
  };
}

/** Leaves out what others in the plan stand in for. Without them it stays: a workspace must go on working. */
function narrow(need: PlannedNeed, needs: readonly PlannedNeed[]): Sized {
  const { id: requirement, width } = need.requirement;
  const standIns = width?.strict ?? [];
  if (standIns.length === 0) return unchanged(need);
  const others = needs.filter((other) => standIns.includes(other.requirement.id));
  const insteadOf = others.map((other) => other.requirement.id);
  if (insteadOf.length === 0)
    return { ...unchanged(need), diagnostics: [diagnose('catalog/not-narrowed', { requirement, standIns })] };
  const { served, unserved } = splitByRoles(need, others);
  const within = ({ fact }: Applied): boolean => width?.within?.some((head) => fact.host?.startsWith(head)) ?? true;
  const kept = served ? { ...served, applied: served.applied.filter((one) => !within(one)) } : undefined;
  const left = [kept, unserved].filter((one) => one !== undefined).filter(({ applied }) => applied.length > 0);
  return narrowed(need, insteadOf, left, served?.applied.filter(within) ?? []);
}

/** A caution that speaks of one region would be too mild for all of them. */
function wider({ exfiltration, width, ...rest }: Requirement): Requirement {
  const risk = width?.broadRisk ?? exfiltration?.risk;
  return { ...rest, ...(width && { width }), ...(exfiltration && risk && { exfiltration: { ...exfiltration, risk } }) };
}

function broaden(need: PlannedNeed): Sized {
  const { id: requirement, width } = need.requirement;
  const tag = width?.broad;
  const regional = ({ fact }: Applied): boolean => fact.tag?.includes('<region>') ?? false;
  if (tag === undefined || !need.applied.some(regional)) return unchanged(need);
  const applied = need.applied.map((one): Applied =>
    regional(one) ? { ...one, fact: { ...one.fact, tag }, text: tag, destination: { kind: 'service-tag', tag } } : one,
  );
  return {
    needs: [{ requirement: wider(need.requirement), applied }],
    excluded: [],
    diagnostics: [diagnose('catalog/broadened', { requirement, tag })],
  };
}

/** Makes each need as wide as was asked for. */
export function chooseWidth(needs: readonly PlannedNeed[], breadth: Breadth): Sized {
  const sized = needs.map((need) => {
    if (breadth === 'balanced') return unchanged(need);
    return breadth === 'strict' ? narrow(need, needs) : broaden(need);
  });
  return {
    needs: sized.flatMap((one) => one.needs),
    excluded: sized.flatMap((one) => one.excluded),
    diagnostics: sized.flatMap((one) => one.diagnostics),
  };
}
