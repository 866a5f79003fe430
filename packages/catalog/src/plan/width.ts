import type { Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Requirement } from '../edition/edition.js';
import type { Applied } from './applicable.js';
import type { Excluded } from './excluded.js';
import { splitByRoles, type PlannedNeed } from './need.js';

/** The words for {@link Breadth}. */
export const breadths = ['strict', 'balanced', 'broad'] as const;

/**
 * How wide to open where the sources leave a choice: only the workspace's own accounts (`strict`), as published
 * (`balanced`), or tags of all regions in place of one (`broad`).
 */
export type Breadth = (typeof breadths)[number];

/** Needs as wide as was asked for, and what a reader should know about it. */
export interface Sized {
  readonly needs: readonly PlannedNeed[];
  readonly excluded: readonly Excluded[];
  readonly diagnostics: readonly Diagnostic<CatalogCode>[];
}

const unchanged = (need: PlannedNeed): Sized => ({ needs: [need], excluded: [], diagnostics: [] });

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
  const dropped = served?.applied.filter(within) ?? [];
  return {
    needs: [kept, unserved].filter((one) => one !== undefined).filter(({ applied }) => applied.length > 0),
    excluded: dropped.map(({ fact, text }) => ({
      requirement,
      destination: text,
      ports: fact.ports,
      at: fact.at,
      because: { kind: 'breadth', insteadOf },
    })),
    diagnostics: dropped.length > 0 ? [diagnose('catalog/narrowed', { requirement, insteadOf })] : [],
  };
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
    regional(one) ? { fact: { ...one.fact, tag }, text: tag, destination: { kind: 'service-tag', tag } } : one,
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
