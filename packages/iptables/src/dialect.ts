import { ipsetName, iptablesComment, multiportSlots, nftComment, nftLabel } from './limits.js';
import type { Fill, SetUse } from './model.js';
import { ipsetLabelLength } from './names.js';
import { ipsetFill, nftSetFill } from './print/fills.js';

/** What the two dialects allow, where it changes the rules themselves. */
export interface Dialect {
  /** Bytes of a comment. */
  readonly comment: number;
  /** Ports of one line; a range counts twice. */
  readonly slots: number;
  readonly labelLength: (use: SetUse, prefix: string) => number;
  /** The line of the resolver's configuration that fills sets. */
  readonly fill: (fill: Fill, prefix: string) => string;
}

export const iptablesDialect: Dialect = {
  comment: iptablesComment.value,
  slots: multiportSlots.value,
  labelLength: (use, prefix) => ipsetLabelLength(use, prefix, ipsetName.value),
  fill: ipsetFill,
};

export const nftablesDialect: Dialect = {
  comment: nftComment.value,
  slots: Infinity,
  labelLength: () => nftLabel,
  fill: nftSetFill,
};
