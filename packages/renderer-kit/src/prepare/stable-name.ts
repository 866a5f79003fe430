import { stableHash } from '@azureml-firewall/rule-model';

/** What a vendor allows in a name. */
export interface NameRules {
  /** Characters at most, in UTF-16 units; at least 12. */
  readonly limit: number;
  /** One character that may not stand in a name, global: `/[^A-Za-z0-9_-]/g`. */
  readonly illegal: RegExp;
  /** What stands in its place: one legal character, or nothing. */
  readonly fill: string;
}

const hashLength = 8;

/**
 * A legal name that follows from a text alone: the text itself where it is legal and short enough, else what is legal
 * of it with a short hash of the whole, so that two texts never share a name because of what was cut.
 */
export function stableName(text: string, { limit, illegal, fill }: NameRules): string {
  const legal = text.replace(illegal, fill);
  if (legal === text && legal.length <= limit && legal !== '') return legal;
  const hash = stableHash(text).slice(-hashLength);
  const head = legal.slice(0, limit - hashLength - 1).replace(/[^A-Za-z0-9]+$/, '');
  return head === '' ? `x-${hash}` : `${head}-${hash}`;
}
