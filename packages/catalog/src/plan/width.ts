import type { Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Applied } from './applicable.js';
import type { Excluded } from './excluded.js';
import type { PlannedNeed } from './need.js';

/**
 * How wide to open where the sources leave a choice: only the workspace's own accounts (`strict`), as published
 * (`balanced`), or tags of all regions in place of one (`broad`).
 */
export type Breadth = 'strict' | 'balanced' | 'broad';

/** Needs as wide as was asked for, and what a reader should know about it. */
export interface Sized {
  readonly needs: readonly PlannedNeed[];
  readonly excluded: readonly Excluded[];
  readonly diagnostics: readonly Diagnostic<CatalogCode>[];
}

const unchanged = (need: PlannedNeed): Sized => ({ needs: [need], excluded: [], diagnostics: [] });

/** Leaves a need out when others in the plan stand in for it. Without them it stays: a workspace must go on working. */
function narrow(need: PlannedNeed, needs: readonly PlannedNeed[]): Sized {
  const { id: requirement, width } = need.requirement;
  const standIns = width?.strict ?? [];
  if (standIns.length === 0) return unchanged(need);
  const insteadOf = standIns.filter((id) => needs.some((other) => other.requirement.id === id));
  if (insteadOf.length === 0)
    return { ...unchanged(need), diagnostics: [diagnose('catalog/not-narrowed', { requirement, standIns })] };
  return {
    needs: [],
    excluded: need.applied.map(({ fact, text }) => ({
      requirement,
      destination: text,
      ports: fact.ports,
      at: fact.at,
      because: { kind: 'breadth', insteadOf },
    })),
    diagnostics: [diagnose('catalog/narrowed', { requirement, insteadOf })],
  };
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
    needs: [{ ...need, applied }],
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
