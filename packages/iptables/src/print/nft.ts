import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { AddressSet, FilterModel, PacketFilter } from '../model.js';
import { nftSetNameOf } from '../names.js';
import { chainsOf, strayChains, type NftChain, type NftRule } from '../nft/chains.js';
import { comments, file, plainLines, type Line } from './lines.js';

const type = { ipv4: 'ipv4_addr', ipv6: 'ipv6_addr' } as const;

function setStart(set: AddressSet, { maxLearnt, learntSeconds }: PacketFilter['settings']): readonly string[] {
  return [
    `type ${type[set.family]}`,
    ...(set.prefixes
      ? ['flags interval']
      : [`size ${maxLearnt}`, 'flags dynamic,timeout', `timeout ${learntSeconds}s`]),
  ];
}

function setLines(set: AddressSet, prefixes: readonly string[]): readonly string[] {
  return [
    `\tset ${nftSetNameOf(set, set.family)} {`,
    `\t\ttype ${type[set.family]}`,
    '\t\tflags interval',
    '\t\telements = {',
    ...prefixes.map((prefix) => `\t\t\t${prefix},`),
    '\t\t}',
    '\t}',
  ];
}

function ruleLine({ parts, comment, entries = [] }: NftRule): Line {
  const texts = parts.map(({ text }) => text);
  return { text: `\t\t${[...texts, ...(comment === undefined ? [] : [`comment "${comment}"`])].join(' ')}`, entries };
}

function hookLine(name: string, hook: string): string {
  return `\tchain ${name} { type filter hook ${hook} priority filter; policy accept; }`;
}

function chainLines({ name, rules }: NftChain): readonly Line[] {
  return [{ text: `\tchain ${name} {` }, ...rules.map(ruleLine), { text: '\t}' }];
}

/** Everything is declared before it is emptied and filled: then it may be there already, or not. */
function declared(filter: PacketFilter, chains: readonly NftChain[], strays: readonly NftChain[]): readonly string[] {
  return [
    ...filter.sets.map(
      (set) => `\tset ${nftSetNameOf(set, set.family)} { ${setStart(set, filter.settings).join('; ')}; }`,
    ),
    ...[...chains, ...strays].map(({ name, hook }) =>
      hook === undefined ? `\tchain ${name} { }` : hookLine(name, hook),
    ),
  ];
}

function emptied(filter: PacketFilter, chains: readonly NftChain[], strays: readonly NftChain[]): readonly string[] {
  const table = `inet ${filter.settings.prefix}`;
  return [
    ...[...chains, ...strays].map(({ name }) => `flush chain ${table} ${name}`),
    ...strays.map(({ name }) => `delete chain ${table} ${name}`),
    ...filter.sets.flatMap((set) => (set.prefixes ? [`flush set ${table} ${nftSetNameOf(set, set.family)}`] : [])),
  ];
}

/** One table, for `nft -f`: all of it takes effect at once, or none. */
export function printNft(model: FilterModel): Artifact {
  const { filter } = model;
  const { prefix } = filter.settings;
  const chains = chainsOf(model);
  const strays = strayChains(chains, prefix);
  return file(`${prefix}.nft`, [
    ...plainLines('#!/usr/sbin/nft -f'),
    ...comments(
      'One table of our own; all of it takes effect at once. Load it again at any time: rules and prefixes are replaced, what the resolver has put into its sets stays.',
    ),
    ...plainLines(`table inet ${prefix} {`, ...declared(filter, chains, strays), '}'),
    ...plainLines(...emptied(filter, chains, strays), `table inet ${prefix} {`),
    ...plainLines(...filter.sets.flatMap((set) => (set.prefixes ? setLines(set, set.prefixes) : []))),
    ...chains.flatMap(chainLines),
    ...plainLines('}'),
  ]);
}

/** Some sets alone, for `nft -f`: their prefixes are exchanged at once, while rules use them. */
export function printNftRefresh(sets: readonly AddressSet[], { settings: { prefix } }: PacketFilter): Artifact {
  return file(`${prefix}.refresh.nft`, [
    ...plainLines('#!/usr/sbin/nft -f'),
    ...comments(`The sets whose prefixes have changed, all at once. Keep ${prefix}.nft in step.`),
    ...plainLines(...sets.map((set) => `flush set inet ${prefix} ${nftSetNameOf(set, set.family)}`)),
    ...plainLines(`table inet ${prefix} {`),
    ...plainLines(...sets.flatMap((set) => (set.prefixes ? setLines(set, set.prefixes) : []))),
    ...plainLines('}'),
  ]);
}
