import type { Finding, Lowered, NonEmpty, Outcome } from '@azureml-firewall/renderer-kit';
import type { Code } from './messages.js';
import type { Match } from './model.js';

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

/** The outcome of two effects at once: what is wider in one place and smaller in another only overlaps. */
export function both(one: Outcome, other: 'widened' | 'narrowed'): Exclude<Outcome, 'exact' | 'omitted'> {
  const more = relations[one].more || relations[other].more;
  const less = relations[one].less || relations[other].less;
  if (more && less) return 'approximated';
  return more ? 'widened' : 'narrowed';
}

function findingOf(parts: readonly Lowered<Match, Code>[]): Finding<Code> | undefined {
  const lost = parts.find((part) => part.outcome === 'omitted');
  const inexact = lost ?? parts.find((part) => part.outcome !== 'exact');
  return inexact && 'finding' in inexact ? inexact.finding : undefined;
}

function isFilled<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}

/** The verdict on an entry of which several parts were answered apart; of their findings, what is lost comes first. */
export function unite(parts: NonEmpty<Lowered<Match, Code>>): Lowered<Match, Code> {
  const nodes = parts.flatMap((part): readonly Match[] => (part.outcome === 'omitted' ? [] : part.nodes));
  const finding = findingOf(parts);
  if (!isFilled(nodes)) return parts[0];
  if (!finding) return { outcome: 'exact', nodes };
  const more = parts.some((part) => relations[part.outcome].more);
  const less = parts.some((part) => relations[part.outcome].less);
  return { outcome: more && less ? 'approximated' : more ? 'widened' : 'narrowed', nodes, finding };
}

/** The same nodes with one more reason not to be exact. A finding that is already there is kept: it is the graver one. */
export function qualify(
  lowered: Lowered<Match, Code>,
  outcome: 'widened' | 'narrowed',
  finding: Finding<Code>,
): Lowered<Match, Code> {
  if (lowered.outcome === 'omitted') return lowered;
  if (lowered.outcome === 'exact') return { outcome, nodes: lowered.nodes, finding };
  return { outcome: both(lowered.outcome, outcome), nodes: lowered.nodes, finding: lowered.finding };
}
