import type { Finding, Lowered, NonEmpty, Outcome } from '../contract/verdict.js';

/** What a configuration may permit beside what was asked, and what it may lack. */
interface Relation {
  readonly more: boolean;
  readonly less: boolean;
}

const relations: Readonly<Record<Outcome, Relation>> = {
  exact: { more: false, less: false },
  widened: { more: true, less: false },
  narrowed: { more: false, less: true },
  approximated: { more: true, less: true },
  omitted: { more: false, less: true },
};

function outcomeOf(parts: readonly Outcome[]): 'widened' | 'narrowed' | 'approximated' {
  const more = parts.some((part) => relations[part].more);
  const less = parts.some((part) => relations[part].less);
  if (more && less) return 'approximated';
  return more ? 'widened' : 'narrowed';
}

function findingOf<Node, Code extends string>(parts: readonly Lowered<Node, Code>[]): Finding<Code> | undefined {
  const lost = parts.find((part) => part.outcome === 'omitted');
  const inexact = lost ?? parts.find((part) => part.outcome !== 'exact');
  return inexact && 'finding' in inexact ? inexact.finding : undefined;
}

function isFilled<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}

/** The verdict on an entry of which several parts were answered apart; of their findings, what is lost comes first. */
export function unite<Node, Code extends string>(parts: NonEmpty<Lowered<Node, Code>>): Lowered<Node, Code> {
  const nodes = parts.flatMap((part): readonly Node[] => (part.outcome === 'omitted' ? [] : part.nodes));
  const finding = findingOf(parts);
  if (!isFilled(nodes)) return parts[0];
  if (!finding) return { outcome: 'exact', nodes };
  return { outcome: outcomeOf(parts.map(({ outcome }) => outcome)), nodes, finding };
}

/** The same nodes with one more reason not to be exact. A finding that is already there is kept: it is the graver one. */
export function qualify<Node, Code extends string>(
  lowered: Lowered<Node, Code>,
  outcome: 'widened' | 'narrowed',
  finding: Finding<Code>,
): Lowered<Node, Code> {
  if (lowered.outcome === 'omitted') return lowered;
  if (lowered.outcome === 'exact') return { outcome, nodes: lowered.nodes, finding };
  return { outcome: outcomeOf([lowered.outcome, outcome]), nodes: lowered.nodes, finding: lowered.finding };
}
