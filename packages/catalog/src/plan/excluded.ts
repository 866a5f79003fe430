import type { Direction } from '@azureml-firewall/rule-model';
import type { Fact, Place, Requirement } from '../edition/edition.js';
import type { Predicate } from '../predicate.js';

/** Why a fact of the edition is not in the policy. */
export type Exclusion =
  /** Its condition does not hold for the profile. */
  | { readonly kind: 'condition'; readonly when: Predicate; readonly text: string }
  /** The profile lacks the names that its placeholders stand for. */
  | { readonly kind: 'missing-name'; readonly fields: readonly string[] }
  /** Its other form was asked for: service tags instead of hosts, or hosts instead of service tags. */
  | { readonly kind: 'addressing'; readonly insteadOf: readonly string[] }
  /** Only the workspace's own accounts may be reached, and other requirements stand in for it. */
  | { readonly kind: 'breadth'; readonly insteadOf: readonly string[] }
  /** Its page names ports without saying what they lead to. */
  | { readonly kind: 'no-destination' }
  /** The profile names sources by role, and none for the roles that it belongs to. */
  | { readonly kind: 'no-source'; readonly roles: readonly string[] }
  /** It belongs to roles that were not asked for. */
  | { readonly kind: 'role'; readonly roles: readonly string[] };

/** A fact of the edition, for the profile's cloud, that is not in the policy, with the reason. A route has no ports. */
export interface Excluded {
  /** The id of the requirement or route. */
  readonly requirement: string;
  readonly direction: Direction;
  /**
   * Host pattern, address or tag, placeholders filled in as far as the profile allows; for inbound traffic, where it
   * comes from.
   */
  readonly destination: string;
  /** What the destination is: some tags read like hosts. `unstated` where the page names ports only. */
  readonly form: 'service-tag' | 'host' | 'unstated';
  readonly ports: readonly string[];
  readonly at: readonly Place[];
  readonly because: Exclusion;
}

function formOf({ tag, host }: Fact): Excluded['form'] {
  if (tag !== undefined) return 'service-tag';
  return host === undefined ? 'unstated' : 'host';
}

/** A fact that is left out, with its names filled in. */
export function excludedFact(
  { id, direction }: Requirement,
  fact: Fact,
  { text, ports, because }: { readonly text: string; readonly ports: readonly string[]; readonly because: Exclusion },
): Excluded {
  return { requirement: id, direction, destination: text, form: formOf(fact), ports, at: fact.at, because };
}
