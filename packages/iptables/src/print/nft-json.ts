import type { Artifact, Json } from '@azureml-firewall/renderer-kit';
import type { AddressSet, FilterModel, PacketFilter } from '../model.js';
import { nftSetNameOf } from '../names.js';
import { chainsOf, type NftChain } from '../nft/chains.js';
import { file, plainLines, type Line } from './lines.js';

const type = { ipv4: 'ipv4_addr', ipv6: 'ipv6_addr' } as const;

function setJson(set: AddressSet, { prefix, maxLearnt, learntSeconds }: PacketFilter['settings']): Json {
  // The flag "dynamic" is refused here; nft sets it by itself, since rules update the set.
  const kind = set.prefixes ? { flags: ['interval'] } : { flags: ['timeout'], size: maxLearnt, timeout: learntSeconds };
  return {
    set: { family: 'inet', table: prefix, name: nftSetNameOf(set, set.family), type: type[set.family], ...kind },
  };
}

/** One prefix on each line, so that a comparison of two files shows which. */
function elementLines(set: AddressSet, table: string): readonly string[] {
  const { prefixes = [] } = set;
  return prefixes.map((prefix) => {
    const [addr = '', length] = prefix.split('/');
    const elem = [{ prefix: { addr, len: Number(length) } }];
    return JSON.stringify({ add: { element: { family: 'inet', table, name: nftSetNameOf(set, set.family), elem } } });
  });
}

function chainJson({ name, hook }: NftChain, table: string): Json {
  const base = hook === undefined ? {} : { type: 'filter', hook, prio: 0, policy: 'accept' };
  return { chain: { family: 'inet', table, name, ...base } };
}

function ruleLines({ name, rules }: NftChain, table: string): readonly Line[] {
  return rules.map(({ parts, comment, entries = [] }) => {
    const about = comment === undefined ? {} : { comment };
    const rule = { family: 'inet', table, chain: name, ...about, expr: parts.map(({ json }) => json) };
    return { text: JSON.stringify({ add: { rule } }), entries };
  });
}

/**
 * The same table for `nft -j -f`, made anew each time: in JSON a set that the resolver fills can't be declared a second
 * time, so that what it had learnt is forgotten.
 */
export function printNftJson(model: FilterModel): Artifact {
  const { filter } = model;
  const { prefix } = filter.settings;
  const chains = chainsOf(model);
  const table: Json = { table: { family: 'inet', name: prefix } };
  const commands: readonly Line[] = [
    ...plainLines(
      JSON.stringify({ add: table }),
      JSON.stringify({ delete: table }),
      JSON.stringify({ add: table }),
      ...filter.sets.map((set) => JSON.stringify({ add: setJson(set, filter.settings) })),
      ...filter.sets.flatMap((set) => elementLines(set, prefix)),
      ...chains.map((chain) => JSON.stringify({ add: chainJson(chain, prefix) })),
    ),
    ...chains.flatMap((chain) => ruleLines(chain, prefix)),
  ];
  const last = commands.length - 1;
  return file(`${prefix}.nft.json`, [
    { text: '{"nftables":[' },
    ...commands.map((line, i) => (i === last ? line : { ...line, text: `${line.text},` })),
    { text: ']}' },
  ]);
}
