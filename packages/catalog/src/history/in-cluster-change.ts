import type { InClusterTraffic } from '../edition/edition.js';
import type { ItemChange, ItemKind } from './item-change.js';

/** What became of traffic inside a cluster between two editions: no matter for a firewall around it. */
export type InClusterChange = ItemChange<InClusterTraffic>;

const adviceByKind: Readonly<Record<Exclude<InClusterChange['kind'], 'moved'>, string>> = {
  added: 'Let network policies in the cluster pass it; a firewall around the cluster never sees it.',
  removed: 'Network policies in the cluster need not let it pass any more.',
  changed: 'Check whether network policies in the cluster still let it pass.',
};

/** Traffic inside a cluster, as items that editions hold. */
export const inClusterKind: ItemKind<InClusterTraffic> = {
  of: ({ inCluster }) => inCluster,
  adviceFor: ({ kind }) => adviceByKind[kind],
};
