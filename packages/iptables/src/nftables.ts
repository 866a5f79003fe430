import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assembleFor } from './assemble.js';
import { checkNftablesOptions } from './check-options.js';
import { nftablesDialect } from './dialect.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FilterModel, Match } from './model.js';
import { nftablesDefaults, type NftablesOptions } from './options.js';
import { printNftUndo } from './print/nft-scripts.js';
import { nftablesFiles } from './print/nftables.js';

/** Linux with nftables and dnsmasq. */
export const nftables: Renderer<Match, FilterModel, NftablesOptions, Code> = {
  id: 'nftables',
  messages,
  defaults: nftablesDefaults,
  checkOptions: checkNftablesOptions,
  lower,
  assemble: assembleFor(nftablesDialect),
  print: nftablesFiles,
  undo: ({ filter }) => (filter.rules.length === 0 ? [] : [printNftUndo(filter)]),
};
