import { setTimeout as sleep } from 'node:timers/promises';
import type { Policy, Rule } from '@azureml-firewall/rule-model';
import { canonicalAddress, offset } from './address.js';
import { apply, iptablesBackEnd, nftablesBackEnd } from './back-ends/packet-filter.js';
import { send, type World } from './net/world.js';
import type { Probe } from './probe.js';
import type { Draft } from './sample/draft.js';

/** How many prefixes are loaded, half of them of each family, and how many of them each refresh exchanges. The last is to the odd week. */
const size = 100_000;
const exchanged = 2000;
const refreshes = 5;

const source = '10.61.0.10';
const source6 = 'fd61::10';
const name = 'steady.refresh.example';

/** Every other prefix of two addresses, so that no two can be joined. */
function prefix4(i: number): string {
  return `${offset('100.64.0.0', 4 * i) ?? ''}/31`;
}

function prefix6(i: number): string {
  const group = (value: number): string => value.toString(16);
  return `${canonicalAddress(`2001:db8:${group(0xf000 + (i >> 12))}:${group(2 * (i & 4095))}::`)}/64`;
}

/** One of the two weeks that are loaded in turn: the first prefixes are only in the one, the last only in the other. */
function prefixesOf(week: 'even' | 'odd'): readonly string[] {
  const from = week === 'even' ? 0 : exchanged / 2;
  const numbers = Array.from({ length: size / 2 }, (_, i) => i + from);
  return [...numbers.map(prefix4), ...numbers.map(prefix6)];
}

function rule(id: string, destination: Rule['destinations'][number]): Rule {
  return {
    id,
    purpose: `Refresh ${id}.`,
    action: 'allow',
    direction: 'outbound',
    sources: [
      { kind: 'cidr', prefix: '10.61.0.0/24' },
      { kind: 'cidr', prefix: 'fd61::/64' },
    ],
    destinations: [destination],
    services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }], application: 'https' }],
    necessity: 'required',
    origins: [{ requirement: id, edition: 'lab', section: 'lab', source: 'https://example.com/lab' }],
  };
}

function policyOf(week: 'even' | 'odd'): Policy {
  const rules = [
    rule('large', { kind: 'service-tag', tag: 'Large', resolved: { document: week, prefixes: prefixesOf(week) } }),
    rule('steady', { kind: 'fqdn', host: name }),
  ];
  const collections = [{ id: 'refresh', title: 'Refresh', rules }];
  return { cloud: 'public', region: 'eastus2', edition: 'lab', collections, routes: [] };
}

const inside = (i: number, family: 'ipv4' | 'ipv6'): string =>
  offset((family === 'ipv4' ? prefix4(i) : prefix6(i)).replace(/\/.*/, ''), 1) ?? '';

const shared = { kind: 'listed', entry: 'refresh', direction: 'outbound', protocol: 'tcp', port: 443 } as const;
const bare = { ...shared, asked: null, shown: null, talk: 'raw', path: '/' } as const;

/** What is dialled: in both weeks, in one of them, in none, and the address of a name. */
export const refreshDrafts = [
  { ...bare, source, family: 'ipv4', to: { address: inside(40_000, 'ipv4') } },
  { ...bare, source: source6, family: 'ipv6', to: { address: inside(40_000, 'ipv6') } },
  { ...bare, source, family: 'ipv4', asked: name, shown: name, to: { name } },
  { ...bare, source, family: 'ipv4', to: { address: offset(inside(40_000, 'ipv4'), 2) ?? '' } },
  { ...bare, source, family: 'ipv4', to: { address: inside(10, 'ipv4') } },
  { ...bare, source, family: 'ipv4', to: { address: inside(size / 2 + 10, 'ipv4') } },
] as const satisfies readonly Draft[];

/** The networks that the refresh comes from. */
export const refreshPrefixes = ['10.61.0.0/24', 'fd61::/64'] as const;

/** What came of a refresh under load. */
export interface Refreshed {
  readonly backEnd: string;
  readonly prefixes: number;
  readonly refreshes: number;
  /** Connections while sets were exchanged. */
  readonly connections: number;
  readonly faults: readonly string[];
}

/** How many prefixes the kernel holds. */
function loaded(world: World): number {
  const { gateway } = world.topology;
  const sets = gateway.run(['ipset', 'save']).match(/^add aml-tag-/gm)?.length ?? 0;
  const elements =
    gateway.attempt(['nft', 'list', 'table', 'inet', 'aml']).output.match(/100\.\S+\/31|2001:db8:f\S+\/64/g)?.length ??
    0;
  return Math.max(sets, elements);
}

function faultOf(what: string, holds: boolean): readonly string[] {
  return holds ? [] : [what];
}

async function answers(world: World, probes: readonly Probe[], resolver?: string): Promise<readonly boolean[]> {
  const seen = await send(world, probes, resolver === undefined ? {} : { resolver });
  const byId = new Map(seen.map(({ id, answered }) => [id, answered]));
  return probes.map(({ id }) => byId.get(id) === true);
}

/** Exchanges large sets while a client dials without a pause: what is allowed before and after is never refused. */
async function refreshOn(world: World, probes: readonly Probe[], backEnd: typeof iptablesBackEnd): Promise<Refreshed> {
  const [even, odd] = [policyOf('even'), policyOf('odd')].map((policy) => backEnd.prepare(policy));
  if (!even || !odd) throw new Error('two weeks are needed');
  const running = await even.start(world, even.rendered.artifacts);
  const prefixes = loaded(world);
  const before = await answers(world, probes, backEnd.way.resolver);
  const looped = probes.slice(0, 4);
  await world.client.call({ do: 'loop', probes: looped });
  await sleep(200);
  for (let turn = 1; turn <= refreshes; turn++) apply(world, (turn % 2 === 0 ? even : odd).rendered.artifacts);
  await sleep(200);
  const tallies = await world.client.call({ do: 'stop' });
  const after = await answers(world, probes);
  const left = await running.stop();
  const refused = tallies.slice(0, 3).reduce((sum, tally) => sum + tally.refused, 0);
  return {
    backEnd: backEnd.id,
    prefixes,
    refreshes,
    connections: tallies.reduce((sum, { answered, refused: no }) => sum + answered + no, 0),
    faults: [
      ...faultOf(`${prefixes} of ${size} prefixes are loaded`, prefixes === size),
      ...faultOf(`before: ${before.join()}`, before.join() === 'true,true,true,false,true,false'),
      ...faultOf(`after: ${after.join()}`, after.join() === 'true,true,true,false,false,true'),
      ...faultOf(`${refused} connections were refused in between`, refused === 0),
      ...faultOf('what is never listed got through', tallies[3]?.answered === 0),
      ...running.faults,
      ...left,
    ],
  };
}

/** Tries it on both packet filters. */
export async function refresh(world: World, probes: readonly Probe[]): Promise<readonly Refreshed[]> {
  return [await refreshOn(world, probes, iptablesBackEnd), await refreshOn(world, probes, nftablesBackEnd)];
}
