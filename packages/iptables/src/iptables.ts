import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assembleFor } from './assemble.js';
import { checkIptablesOptions } from './check-options.js';
import { iptablesDialect } from './dialect.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FilterModel, Match } from './model.js';
import { iptablesDefaults, type IptablesOptions } from './options.js';
import { iptablesFiles } from './print/iptables.js';
import { printIptablesUndo } from './print/scripts.js';

/** Linux with iptables, ip6tables, ipset and dnsmasq. */
export const iptables: Renderer<Match, FilterModel, IptablesOptions, Code> = {
  id: 'iptables',
  messages,
  defaults: iptablesDefaults,
  checkOptions: checkIptablesOptions,
  lower,
  assemble: assembleFor(iptablesDialect),
  print: iptablesFiles,
  undo: ({ filter }) => (filter.rules.length === 0 ? [] : [printIptablesUndo(filter)]),
};
