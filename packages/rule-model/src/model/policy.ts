import type { Cloud } from '../net/cloud.js';
import type { Route } from './route.js';
import type { Rule } from './rule.js';

/** Rules that belong together for a reader: sign-in, storage, images. The order of rules is their order of match. */
export interface RuleCollection {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/**
 * What a workspace's network may do, in no vendor's words. Rules match in order, the first match decides, and what no
 * rule matches is denied. Plain data: JSON in, JSON out.
 */
export interface Policy {
  readonly cloud: Cloud;
  /** ARM name of the region: `eastus2`. */
  readonly region: string;
  /** Date of the catalog's edition, `2021-09-14`, or any word for a policy that comes from elsewhere. */
  readonly edition: string;
  readonly collections: readonly RuleCollection[];
  readonly routes: readonly Route[];
}
