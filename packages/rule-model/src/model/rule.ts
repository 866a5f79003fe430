import type { Destination, ServiceTag } from './destination.js';
import type { Origin } from './origin.js';
import type { Service } from './service.js';
import type { Source } from './source.js';

/** How badly a rule is needed, worst first: without a required one the workspace does not work. */
export const necessities = ['required', 'recommended', 'optional'] as const;

/** One of the {@link necessities}. */
export type Necessity = (typeof necessities)[number];

/** What can happen to the traffic of a rule. */
export const actions = ['allow', 'deny'] as const;

/** What happens to the traffic of a rule. */
export type Action = (typeof actions)[number];

/** The two directions of a rule. */
export const directions = ['inbound', 'outbound'] as const;

/** Seen from the workspace's own network. */
export type Direction = (typeof directions)[number];

/** Traffic from any of the sources to any of the destinations by any of the services. No list is ever empty. */
export interface Rule {
  /** Stable, and unique in the policy: lower-case words and digits joined by hyphens or dots. */
  readonly id: string;
  /** Why the rule exists, in one line. */
  readonly purpose: string;
  /** What the rule opens beyond the need, in one line: data could leave to accounts of somebody else. */
  readonly caution?: string;
  readonly action: Action;
  readonly direction: Direction;
  readonly sources: readonly Source[];
  readonly destinations: readonly Destination[];
  readonly services: readonly Service[];
  /** Service tags whose addresses carry the same need, for a vendor that can't say the host on that protocol. */
  readonly coveredBy?: readonly string[];
  /** Those of `coveredBy` that a dated tag document holds, with their addresses. */
  readonly covering?: readonly ServiceTag[];
  readonly necessity: Necessity;
  readonly origins: readonly Origin[];
}
