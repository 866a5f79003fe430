import { entriesOf, type Policy } from '@azureml-firewall/rule-model';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { iptables, nftables, type LinuxOptions } from '@azureml-firewall/iptables';
import type { Daemon } from '../net/daemon.js';
import { writeArtifacts } from '../net/files.js';
import { startGatewayDns } from '../net/gateway-dns.js';
import { difference, remnants, reset, stateOf } from '../net/gateway-state.js';
import { links } from '../net/topology.js';
import type { World } from '../net/world.js';
import type { BackEnd, Rendered, Running } from './back-end.js';

/**
 * Names that no rule has are refused, unless rules have addresses: clients come to those by names, too.
 */
function optionsFor(policy: Policy): Pick<LinuxOptions, 'upstreams' | 'otherNames'> {
  const hasAddresses = entriesOf(policy).some(
    ({ rule, destination }) =>
      rule.direction === 'outbound' &&
      (destination.kind === 'cidr' || (destination.kind === 'service-tag' && destination.resolved)),
  );
  return { upstreams: [links.resolver], otherNames: hasAddresses ? 'resolve' : 'refuse' };
}

/** Where the rendered files are. */
export const folderOf = (world: World): string => `${world.folder}/gateway`;

/** Runs one of the rendered scripts on the gateway. */
export function runScript({ topology, folder }: World, name: 'apply.sh' | 'undo.sh'): void {
  topology.gateway.run(['sh', `${folder}/gateway/${name}`]);
}

async function start(world: World, artifacts: readonly Artifact[]): Promise<Running> {
  const { gateway } = world.topology;
  writeArtifacts(folderOf(world), artifacts);
  const conf = artifacts.find(({ path }) => path === 'dnsmasq.conf');
  const refuses = conf?.text.includes('no-resolv') ?? false;
  let dns: Daemon | undefined;
  const stop = async (): Promise<readonly string[]> => {
    await dns?.end();
    runScript(world, 'undo.sh');
    const left = remnants(gateway);
    reset(gateway);
    return left.map((line) => `left behind: ${line}`);
  };
  try {
    runScript(world, 'apply.sh');
    const once = stateOf(gateway);
    runScript(world, 'apply.sh');
    const faults = difference(once, stateOf(gateway)).map((line) => `applied twice, not as once: ${line}`);
    dns = await startGatewayDns(world, `${folderOf(world)}/dnsmasq.conf`, !refuses);
    return { stop, faults };
  } catch (error) {
    await stop();
    throw error;
  }
}

function packetFilter(id: string, title: string, renders: (policy: Policy) => Rendered): BackEnd {
  const way = { resolver: links.lan.ipv4 };
  return { id, title, way, prepare: (policy) => ({ rendered: renders(policy), start }) };
}

/** iptables and ip6tables with ipset and dnsmasq. */
export const iptablesBackEnd = packetFilter('iptables', 'iptables, ipset and dnsmasq', (policy) =>
  render(iptables, policy, optionsFor(policy)),
);

/** nftables with dnsmasq. */
export const nftablesBackEnd = packetFilter('nftables', 'nftables and dnsmasq', (policy) =>
  render(nftables, policy, optionsFor(policy)),
);
