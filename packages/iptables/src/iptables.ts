import type { Artifact, Renderer } from '@azureml-firewall/renderer-kit';
import { assembleFor } from './assemble.js';
import { checkIptablesOptions } from './check-options.js';
import { iptablesDialect } from './dialect.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FilterModel, Match } from './model.js';
import { iptablesDefaults, type IptablesOptions } from './options.js';
import { printDnsmasq } from './print/dnsmasq.js';
import { printIpset } from './print/ipset.js';
import { printRules } from './print/rules.js';
import { printIptablesApply, printIptablesUndo } from './print/scripts.js';

/** Nothing when there is nothing to say: a filter without a rule would cut the network off. */
function print(model: FilterModel): readonly Artifact[] {
  const { filter } = model;
  if (filter.rules.length === 0) return [];
  return [
    printIpset(filter),
    printRules('ipv4', model),
    printRules('ipv6', model),
    printDnsmasq(filter, iptablesDialect.fill),
    printIptablesApply(filter),
    printIptablesUndo(filter),
  ];
}

/** Linux with iptables, ip6tables, ipset and dnsmasq. */
export const iptables: Renderer<Match, FilterModel, IptablesOptions, Code> = {
  id: 'iptables',
  messages,
  defaults: iptablesDefaults,
  checkOptions: checkIptablesOptions,
  lower,
  assemble: assembleFor(iptablesDialect),
  print,
  undo: ({ filter }) => (filter.rules.length === 0 ? [] : [printIptablesUndo(filter)]),
};
