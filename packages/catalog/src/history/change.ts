import type { Cloud } from '@azureml-firewall/rule-model';
import type { Requirement, Scope } from '../edition/edition.js';

/** What a change does, in a closed vocabulary. */
export const impacts = [
  'new-destination',
  'removed-destination',
  'new-port',
  'removed-port',
  'condition',
  'clouds',
  'roles',
  'ports-stated',
  'ports-inferred',
  'printed-name',
  'places',
  'wording',
  'page-not-held',
] as const;

/** One of the {@link impacts}. */
export type Impact = (typeof impacts)[number];

/** One destination by one port, with the clouds and the condition for which it is asked. */
export interface Statement {
  /** With placeholders: `Storage.<region>`, `<storage>.blob.core.windows.net`; `?` where the page names none. */
  readonly destination: string;
  /** `tcp/443`. */
  readonly port: string;
  readonly clouds: readonly Cloud[];
  /** The condition as a person reads it. */
  readonly when?: string;
}

/** A requirement or route that is no longer asked for: its id is never used again. */
export interface Tombstone {
  /** Date of the first edition that does not ask for it. */
  readonly date: string;
  /** The requirement that takes its place, if one does. */
  readonly successor?: string;
  /** What happened, and what to do with a rule that is still there. */
  readonly note: string;
}

/**
 * What became of a requirement between two editions. A record stands alone: whoever has stored one need not look
 * anything up to filter or to act on it.
 */
export interface Change {
  /** `2022-09-06/storage-tag`: the edition since which it holds, and the requirement. */
  readonly id: string;
  readonly requirement: string;
  readonly collection: string;
  readonly scope: Scope;
  readonly purpose: string;
  readonly from: string;
  readonly to: string;
  /** `not-held`: one of the editions only refers to the page, so that nothing is known to have changed. */
  readonly kind: 'added' | 'removed' | 'changed' | 'not-held';
  readonly impacts: readonly Impact[];
  readonly added: readonly Statement[];
  readonly removed: readonly Statement[];
  /** What to do, in one line. */
  readonly advice: string;
  readonly before?: Requirement;
  readonly after?: Requirement;
  readonly retired?: Tombstone;
}
