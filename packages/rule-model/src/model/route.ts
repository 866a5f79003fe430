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
  readonly nextHop: 'internet';
  readonly origins: readonly Origin[];
}
