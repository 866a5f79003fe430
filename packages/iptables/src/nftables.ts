import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assembleFor } from './assemble.js';
import { updateBy } from './change/update.js';
import { checkOptions } from './check-options.js';
import { nftablesDialect } from './dialect.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FilterModel, Match } from './model.js';
import { defaults, type LinuxOptions } from './options.js';
import { printNftRefresh } from './print/nft.js';
import { printNftUndo } from './print/nft-scripts.js';
import { nftablesFiles } from './print/nftables.js';

/** Linux with nftables and dnsmasq. */
export const nftables: Renderer<Match, FilterModel, LinuxOptions, Code> = {
  id: 'nftables',
  messages,
  defaults,
  checkOptions,
  lower,
  assemble: assembleFor(nftablesDialect),
  print: nftablesFiles,
  update: updateBy(nftablesFiles, printNftRefresh),
  undo: ({ filter }) => (filter.rules.length === 0 ? [] : [printNftUndo(filter)]),
};
