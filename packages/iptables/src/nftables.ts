import type { Artifact, Renderer } from '@azureml-firewall/renderer-kit';
import { assembleFor } from './assemble.js';
import { checkNftablesOptions } from './check-options.js';
import { nftablesDialect } from './dialect.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FilterModel, Match } from './model.js';
import { nftablesDefaults, type NftablesOptions } from './options.js';
import { printDnsmasq } from './print/dnsmasq.js';
import { printNft } from './print/nft.js';
import { printNftJson } from './print/nft-json.js';
import { printNftApply, printNftUndo } from './print/nft-scripts.js';

/** Nothing when there is nothing to say: a filter without a rule would cut the network off. */
function print(model: FilterModel): readonly Artifact[] {
  const { filter } = model;
  if (filter.rules.length === 0) return [];
  return [
    printNft(model),
    printNftJson(model),
    printDnsmasq(filter, nftablesDialect.fill),
    printNftApply(filter),
    printNftUndo(filter),
  ];
}

/** Linux with nftables and dnsmasq. */
export const nftables: Renderer<Match, FilterModel, NftablesOptions, Code> = {
  id: 'nftables',
  messages,
  defaults: nftablesDefaults,
  checkOptions: checkNftablesOptions,
  lower,
  assemble: assembleFor(nftablesDialect),
  print,
  undo: ({ filter }) => (filter.rules.length === 0 ? [] : [printNftUndo(filter)]),
};
