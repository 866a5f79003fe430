import type { DiagnosticData } from '@azureml-firewall/rule-model';

/**
 * What the vendor's configuration permits against what the entry asked, as sets: the same, more, less, a part and
 * something else besides, nothing.
 */
export const outcomes = ['exact', 'widened', 'narrowed', 'approximated', 'omitted'] as const;

/** One of the {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

/** Why an outcome is not exact, or what else a reader should know: the renderer's code and its facts. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly data: DiagnosticData;
}

/** At least one. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** The answer of a renderer for one entry: the vendor's nodes with a verdict. All but `exact` carry their finding. */
export type Lowered<Node, Code extends string = string> =
  | { readonly outcome: 'exact'; readonly nodes: NonEmpty<Node> }
  | {
      readonly outcome: 'widened' | 'narrowed' | 'approximated';
      readonly nodes: NonEmpty<Node>;
      readonly finding: Finding<Code>;
    }
  | { readonly outcome: 'omitted'; readonly finding: Finding<Code> };

/** The vendor says just what the entry asks. */
export function exact<Node>(...nodes: NonEmpty<Node>): Lowered<Node, never> {
  return { outcome: 'exact', nodes };
}

/** The vendor can only say more (`widened`), less (`narrowed`), or something that overlaps (`approximated`). */
export function inexact<Node, Code extends string>(
  outcome: 'widened' | 'narrowed' | 'approximated',
  nodes: NonEmpty<Node>,
  code: Code,
  data: DiagnosticData = {},
): Lowered<Node, Code> {
  return { outcome, nodes, finding: { code, data } };
}

/** The vendor can't say it at all, or it must not be said here. */
export function omitted<Code extends string>(code: Code, data: DiagnosticData = {}): Lowered<never, Code> {
  return { outcome: 'omitted', finding: { code, data } };
}
