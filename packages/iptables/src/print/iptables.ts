import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { FilterModel } from '../model.js';
import { printDnsmasq } from './dnsmasq.js';
import { ipsetFill } from './fills.js';
import { printIpset } from './ipset.js';
import { printRules } from './rules.js';
import { printIptablesApply, printIptablesUndo } from './scripts.js';

/** Nothing when there is nothing to say: a filter without a rule would cut the network off. */
export function iptablesFiles(model: FilterModel): readonly Artifact[] {
  const { filter } = model;
  if (filter.rules.length === 0) return [];
  return [
    printIpset(filter),
    printRules('ipv4', model),
    printRules('ipv6', model),
    printDnsmasq(filter, ipsetFill),
    printIptablesApply(filter),
    printIptablesUndo(filter),
  ];
}
