import type { AddressFamily } from '@azureml-firewall/rule-model';
import { allHooks, hooksOf } from '../hooks.js';
import type { FilterModel, FilterRule, PacketFilter } from '../model.js';
import { nftChainName, nftSetNameOf } from '../names.js';
import * as is from './expression.js';

/** A rule of a chain. */
export interface NftRule {
  readonly parts: readonly is.Expression[];
  readonly comment?: string;
  readonly entries?: readonly string[];
}

/** A chain with its rules; with a hook it is where packets come in. */
export interface NftChain {
  readonly name: string;
  readonly hook?: 'forward' | 'output' | 'input';
  readonly rules: readonly NftRule[];
}

const families: readonly AddressFamily[] = ['ipv4', 'ipv6'];

function rule(...parts: readonly is.Expression[]): NftRule {
  return { parts };
}

function verdictOf({ chain, action }: FilterRule, prefix: string): is.Expression {
  if (action === 'allow') return is.accept;
  return is.jump(nftChainName(chain === 'out' ? 'reject' : 'drop', prefix));
}

function ruleOf(filterRule: FilterRule, entries: readonly string[], prefix: string): NftRule {
  const { family, source, destination, protocol, ports, comment } = filterRule;
  const set = nftSetNameOf(destination, family);
  return {
    parts: [
      ...(source ? [is.addressIn('saddr', family, nftSetNameOf(source, family))] : []),
      is.addressIn('daddr', family, set),
      is.ports(protocol, ports),
      ...(destination.use === 'dns' ? [is.updateSet(family, set)] : []),
      is.counter,
      verdictOf(filterRule, prefix),
    ],
    comment,
    entries,
  };
}

/** Everything of a family comes in where no prefix of the own network is known. */
function forwardRules({ sets, settings: { prefix } }: PacketFilter): readonly NftRule[] {
  return families.flatMap((family): readonly NftRule[] => {
    const own = sets.find((set) => set.use === 'own' && set.family === family);
    const [out, into] = [is.jump(nftChainName('out', prefix)), is.jump(nftChainName('in', prefix))];
    if (!own) return [rule(is.ofFamily(family), out)];
    const name = nftSetNameOf(own, family);
    return [rule(is.addressIn('saddr', family, name), out), rule(is.addressIn('daddr', family, name), into)];
  });
}

/** What a host can't do without comes before the rules: its resolver's questions, its address, its neighbours. */
function outputRules({ settings: { prefix, dnsUid } }: PacketFilter): readonly NftRule[] {
  return [
    rule(is.loopback, is.accept),
    rule(...is.dnsOf(dnsUid), is.accept),
    rule(...is.udpBetween('ipv4', 68, 67), is.accept),
    rule(...is.udpBetween('ipv6', 546, 547), is.accept),
    rule(is.neighbourDiscovery, is.accept),
    rule(is.jump(nftChainName('out', prefix))),
  ];
}

function judging(chain: 'out' | 'in', { filter, carriers }: FilterModel): readonly NftRule[] {
  const { settings, rules } = filter;
  const own = rules.flatMap((one, i) => (one.chain === chain ? [ruleOf(one, carriers[i] ?? [], settings.prefix)] : []));
  const rest = rule(is.jump(nftChainName(chain === 'out' ? 'reject' : 'drop', settings.prefix)));
  // On a host all that is not decided here is left to its own rules for what comes in.
  const isOpen = settings.mode === 'host' && chain === 'in';
  return isOpen ? own : [rule(is.established, is.accept), ...own, rest];
}

function logging({ logPrefix, logPerMinute }: PacketFilter['settings'], word: string): readonly NftRule[] {
  return logPerMinute === 0 ? [] : [rule(...is.log(`${logPrefix}${word} `, logPerMinute))];
}

/** All chains, those that are jumped to first. */
export function chainsOf(model: FilterModel): readonly NftChain[] {
  const { filter } = model;
  const { settings } = filter;
  const name = (word: string): string => nftChainName(word, settings.prefix);
  const into = { forward: forwardRules, output: outputRules, input: () => [rule(is.jump(name('in')))] } as const;
  const hooks = hooksOf(filter).map(({ builtIn, chain }): NftChain => ({
    name: name(chain),
    hook: builtIn,
    rules: into[builtIn](filter),
  }));
  const isIn = settings.mode === 'gateway' || hooks.some(({ hook }) => hook === 'input');
  return [
    { name: name('reject'), rules: [...logging(settings, 'reject'), rule(is.tcp, is.reset), rule(is.prohibited)] },
    { name: name('drop'), rules: [...logging(settings, 'drop'), rule(is.drop)] },
    { name: name('out'), rules: judging('out', model) },
    ...(isIn ? [{ name: name('in'), rules: judging('in', model) }] : []),
    ...hooks,
  ];
}

/** Chains that another mode has and this one does not, those that jump first. */
export function strayChains(chains: readonly NftChain[], prefix: string): readonly NftChain[] {
  const all: readonly NftChain[] = [
    ...allHooks.map(({ builtIn, chain }) => ({ name: nftChainName(chain, prefix), hook: builtIn, rules: [] })),
    { name: nftChainName('in', prefix), rules: [] },
  ];
  return all.filter(({ name }) => !chains.some((chain) => chain.name === name));
}
