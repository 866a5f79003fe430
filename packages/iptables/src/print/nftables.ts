import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { FilterModel } from '../model.js';
import { printDnsmasq } from './dnsmasq.js';
import { nftSetFill } from './fills.js';
import { printNft } from './nft.js';
import { printNftJson } from './nft-json.js';
import { printNftApply, printNftUndo } from './nft-scripts.js';

/** Nothing when there is nothing to say: a filter without a rule would cut the network off. */
export function nftablesFiles(model: FilterModel): readonly Artifact[] {
  const { filter } = model;
  if (filter.rules.length === 0) return [];
  return [
    printNft(model),
    printNftJson(model),
    printDnsmasq(filter, nftSetFill),
    printNftApply(filter),
    printNftUndo(filter),
  ];
}
