import type { ResolvedPrefixes } from './destination.js';
import type { Origin } from './origin.js';

/** A user-defined route that the workspace needs beside the firewall's rules. */
export interface Route {
  /** Stable, and unique in the policy. */
  readonly id: string;
  readonly purpose: string;
  /** Traffic to the addresses of this service tag. */
  readonly tag: string;
  /** Tags whose prefixes together say the same where a route can't name a tag: workspace region, then paired region. */
  readonly byAddress: readonly string[];
  /** The addresses of the tags in `byAddress`, once a dated tag document has been applied. */
  readonly resolved?: ResolvedPrefixes;
  readonly nextHop: 'internet';
  readonly origins: readonly Origin[];
}
