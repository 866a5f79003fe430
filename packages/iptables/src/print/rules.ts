import type { AddressFamily, PortRange } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import { hooksOf } from '../hooks.js';
import type { FilterModel, FilterRule, PacketFilter, SetRef } from '../model.js';
import { chainName, ipsetNameOf } from '../names.js';
import { comments, file, plainLines, type Line } from './lines.js';

function rangeText({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}:${to}`;
}

function portsText(protocol: string, ports: readonly PortRange[]): string {
  const list = ports.map(rangeText).join(',');
  return ports.length === 1 ? `-m ${protocol} --dport ${list}` : `-m multiport --dports ${list}`;
}

const targets = {
  out: { allow: 'ACCEPT', deny: 'REJECT' },
  in: { allow: 'ACCEPT', deny: 'DROP' },
} as const;

function ruleText(rule: FilterRule, prefix: string): string {
  const set = (ref: SetRef, side: string): string =>
    `-m set --match-set ${ipsetNameOf(ref, rule.family, prefix)} ${side}`;
  const target = targets[rule.chain][rule.action];
  return [
    `-A ${chainName(rule.chain, prefix)} -p ${rule.protocol}`,
    ...(rule.source ? [set(rule.source, 'src')] : []),
    set(rule.destination, 'dst'),
    portsText(rule.protocol, rule.ports),
    `-m comment --comment "${rule.comment}"`,
    `-j ${target === 'ACCEPT' ? target : chainName(target, prefix)}`,
  ].join(' ');
}

/** What comes into the chains in a gateway: traffic from and to the own network, or all where none is known. */
function forwardLines(family: AddressFamily, { sets, settings }: PacketFilter): readonly string[] {
  const chain = (word: string): string => chainName(word, settings.prefix);
  const own = sets.find((set) => set.use === 'own' && set.family === family);
  if (!own) return [`-A ${chain('forward')} -j ${chain('out')}`];
  const name = ipsetNameOf(own, family, settings.prefix);
  return [
    `-A ${chain('forward')} -m set --match-set ${name} src -j ${chain('out')}`,
    `-A ${chain('forward')} -m set --match-set ${name} dst -j ${chain('in')}`,
  ];
}

/** What a host can't do without: its resolver's questions, its address, and in IPv6 its neighbours. */
const hostNeeds = {
  ipv4: ['-p udp -m udp --sport 68 --dport 67'],
  ipv6: [
    '-p udp -m udp --sport 546 --dport 547',
    ...[131, 132, 133, 135, 136, 143].map((type) => `-p ipv6-icmp -m icmp6 --icmpv6-type ${type}`),
  ],
} as const;

function outputLines(family: AddressFamily, { prefix, dnsUid }: PacketFilter['settings']): readonly string[] {
  const start = `-A ${chainName('output', prefix)}`;
  return [
    `${start} -o lo -j ACCEPT`,
    ...['udp', 'tcp'].map(
      (protocol) => `${start} -p ${protocol} -m ${protocol} --dport 53 -m owner --uid-owner ${dnsUid} -j ACCEPT`,
    ),
    ...hostNeeds[family].map((match) => `${start} ${match} -j ACCEPT`),
    `${start} -j ${chainName('out', prefix)}`,
  ];
}

function logLine(
  chain: string,
  { logPrefix, logPerMinute }: PacketFilter['settings'],
  word: string,
): readonly string[] {
  if (logPerMinute === 0) return [];
  return [`-A ${chain} -m limit --limit ${logPerMinute}/min -j LOG --log-prefix "${logPrefix}${word} "`];
}

function endLines(family: AddressFamily, { settings }: PacketFilter): readonly string[] {
  const [reject, drop] = [chainName('reject', settings.prefix), chainName('drop', settings.prefix)];
  const icmp = family === 'ipv4' ? 'icmp-admin-prohibited' : 'icmp6-adm-prohibited';
  return [
    ...logLine(reject, settings, 'reject'),
    `-A ${reject} -p tcp -j REJECT --reject-with tcp-reset`,
    `-A ${reject} -j REJECT --reject-with ${icmp}`,
    ...logLine(drop, settings, 'drop'),
    `-A ${drop} -j DROP`,
  ];
}

function chainLines(chain: 'out' | 'in', family: AddressFamily, model: FilterModel): readonly Line[] {
  const { rules, settings } = model.filter;
  const name = chainName(chain, settings.prefix);
  // On a host all that is not decided here is left to its own rules for what comes in.
  const isOpen = settings.mode === 'host' && chain === 'in';
  const established = isOpen ? [] : [`-A ${name} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`];
  const rest = isOpen ? [] : [targets[chain].deny];
  return [
    ...plainLines(...established),
    ...rules.flatMap((rule, i): readonly Line[] =>
      rule.chain === chain && rule.family === family
        ? [{ text: ruleText(rule, settings.prefix), entries: model.carriers[i] ?? [] }]
        : [],
    ),
    ...rest.map((target) => ({ text: `-A ${name} -j ${chainName(target, settings.prefix)}` })),
  ];
}

/** The rules of one family, for `iptables-restore --noflush` and its twin: our chains are replaced in one step. */
export function printRules(family: AddressFamily, model: FilterModel): Artifact {
  const { filter } = model;
  const { prefix, mode } = filter.settings;
  const hooks = hooksOf(filter).map(({ chain }) => chain);
  const isIn = mode === 'gateway' || hooks.includes('input');
  const chains = [...hooks, 'out', ...(isIn ? ['in'] : []), 'reject', 'drop'];
  const into: readonly string[] =
    mode === 'gateway'
      ? forwardLines(family, filter)
      : [
          ...outputLines(family, filter.settings),
          ...(isIn ? [`-A ${chainName('input', prefix)} -j ${chainName('in', prefix)}`] : []),
        ];
  return file(`${prefix}.rules.${family === 'ipv4' ? 'v4' : 'v6'}`, [
    ...comments('Our own chains, replaced in one step; nothing else is touched. The sets have to be there before.'),
    ...plainLines('*filter', ...chains.map((chain) => `:${chainName(chain, prefix)} - [0:0]`), ...into),
    ...chainLines('out', family, model),
    ...(isIn ? chainLines('in', family, model) : []),
    ...plainLines(...endLines(family, filter), 'COMMIT'),
  ]);
}
