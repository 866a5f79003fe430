import type { BackEnd } from './back-end.js';
import { hostBackEnds, iptablesBackEnd, nftablesBackEnd } from './packet-filter.js';
import { explicitBackEnd, interceptBackEnd, openingBackEnd } from './proxy.js';

/** All that the lab tries. */
export const backEnds: readonly BackEnd[] = [
  iptablesBackEnd,
  nftablesBackEnd,
  explicitBackEnd,
  openingBackEnd,
  interceptBackEnd,
  ...hostBackEnds,
];
