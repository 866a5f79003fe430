import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assembleFor } from './assemble.js';
import { updateBy } from './change/update.js';
import { checkOptions } from './check-options.js';
import { iptablesDialect } from './dialect.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FilterModel, Match } from './model.js';
import { defaults, type LinuxOptions } from './options.js';
import { printIpsetRefresh } from './print/ipset.js';
import { iptablesFiles } from './print/iptables.js';
import { printIptablesUndo } from './print/scripts.js';

/** Linux with iptables, ip6tables, ipset and dnsmasq. */
export const iptables: Renderer<Match, FilterModel, LinuxOptions, Code> = {
  id: 'iptables',
  messages,
  defaults,
  checkOptions,
  lower,
  assemble: assembleFor(iptablesDialect),
  print: iptablesFiles,
  update: updateBy(iptablesFiles, printIpsetRefresh),
  undo: ({ filter }) => (filter.rules.length === 0 ? [] : [printIptablesUndo(filter)]),
};
