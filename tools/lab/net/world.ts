import type { Plan } from '../cases.js';
import type { Answers, Call } from '../peer/call.js';
import type { Observation, Probe } from '../probe.js';
import { makeCredentials } from './credentials.js';
import type { Daemon } from './daemon.js';
import { startInternetDns } from './dns.js';
import { PeerProcess } from './peer-process.js';
import { buildTopology, type Topology } from './topology.js';

/** Namespaces with their peers, up and listening. */
export interface World {
  readonly topology: Topology;
  /** Folder to work in. */
  readonly folder: string;
  readonly client: PeerProcess;
  readonly internet: PeerProcess;
  readonly dns: Daemon;
}

/** Builds the world of a plan. */
export async function buildWorld(plan: Plan, folder: string): Promise<World> {
  const topology = buildTopology(plan.clientPrefixes);
  const credentials = makeCredentials(folder, [...plan.book.keys()]);
  const [client, internet] = [topology.client, topology.internet].map((space) => new PeerProcess(space, credentials));
  if (!client || !internet) throw new Error('two peers are needed');
  const probes = [...plan.cases.flatMap((one) => one.probes), ...plan.refresh];
  const listen = (direction: Probe['direction']): Extract<Call, { do: 'listen' }> => {
    const own = probes.filter((probe) => probe.direction === direction);
    const tcp = own.filter(({ protocol }) => protocol === 'tcp').map(({ port }) => port);
    const udp = own.filter(({ protocol }) => protocol === 'udp').map(({ address, port }) => ({ address, port }));
    return { do: 'listen', tcp: [...new Set(tcp)], udp };
  };
  const dns = await startInternetDns(topology.internet, plan.book, `${folder}/internet-dns.conf`);
  await Promise.all([internet.call(listen('outbound')), client.call(listen('inbound'))]);
  return { topology, folder, client, internet, dns };
}

/** How clients reach the internet in one case. */
export type Way = Omit<Extract<Call, { do: 'probe' }>, 'do' | 'probes'>;

/** Sends probes from where they start: the client's network, or the internet. */
export async function send(world: World, probes: readonly Probe[], way: Way): Promise<readonly Observation[]> {
  const of = (direction: Probe['direction']): readonly Probe[] =>
    probes.filter((probe) => probe.direction === direction);
  const [out, into]: readonly Answers['probe'][] = await Promise.all([
    world.client.call({ do: 'probe', probes: of('outbound'), ...way }),
    world.internet.call({ do: 'probe', probes: of('inbound') }),
  ]);
  return [...(out ?? []), ...(into ?? [])];
}
