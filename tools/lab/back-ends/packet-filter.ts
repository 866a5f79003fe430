import { entriesOf, type Policy } from '@azureml-firewall/rule-model';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { iptables, nftables, type LinuxOptions } from '@azureml-firewall/iptables';
import type { Daemon } from '../net/daemon.js';
import { writeArtifacts } from '../net/files.js';
import { startDns } from '../net/machine-dns.js';
import { difference, remnants, reset, stateOf } from '../net/kernel-state.js';
import type { Namespace } from '../net/namespace.js';
import { links } from '../net/topology.js';
import type { World } from '../net/world.js';
import type { BackEnd, Rendered, Running } from './back-end.js';

type Mode = LinuxOptions['mode'];
type Options = Pick<LinuxOptions, 'mode' | 'upstreams' | 'otherNames' | 'dnsUid'>;

/** The machine that filters, and where its resolver listens: the gateway, or the client's own machine. */
const machines = {
  gateway: { at: ({ topology }: World): Namespace => topology.gateway, resolver: links.lan.ipv4 },
  host: { at: ({ topology }: World): Namespace => topology.client, resolver: '127.0.0.1' },
} as const;

/** Names that no rule has are refused, unless rules have addresses: clients come to those by names, too. */
function optionsFor(policy: Policy, mode: Mode): Options {
  const hasAddresses = entriesOf(policy).some(
    ({ rule, destination }) =>
      rule.direction === 'outbound' &&
      (destination.kind === 'cidr' || (destination.kind === 'service-tag' && destination.resolved)),
  );
  const otherNames = hasAddresses ? 'resolve' : 'refuse';
  return { mode, upstreams: [links.resolver], otherNames, dnsUid: 'nobody' };
}

const folderOf = ({ folder }: World): string => `${folder}/filter`;

/** Puts files in the place of those that are there, and applies them. */
export function apply(world: World, artifacts: readonly Artifact[], mode: Mode = 'gateway'): void {
  writeArtifacts(folderOf(world), artifacts);
  machines[mode].at(world).run(['sh', `${folderOf(world)}/apply.sh`]);
}

async function start(world: World, artifacts: readonly Artifact[], mode: Mode): Promise<Running> {
  const { at, resolver } = machines[mode];
  const machine = at(world);
  const refuses = artifacts.some(({ path, text }) => path === 'dnsmasq.conf' && text.includes('no-resolv'));
  let dns: Daemon | undefined;
  const stop = async (): Promise<readonly string[]> => {
    await dns?.end();
    machine.run(['sh', `${folderOf(world)}/undo.sh`]);
    const left = remnants(machine);
    reset(machine);
    return left.map((line) => `left behind: ${line}`);
  };
  try {
    apply(world, artifacts, mode);
    const once = stateOf(machine);
    apply(world, artifacts, mode);
    const faults = difference(once, stateOf(machine)).map((line) => `applied twice, not as once: ${line}`);
    const included = `${folderOf(world)}/dnsmasq.conf`;
    dns = await startDns(machine, { folder: world.folder, listen: resolver, included, asksForAll: !refuses });
    return { stop, faults };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Rendering = (policy: Policy, options: Options) => Rendered;

function packetFilter(id: string, title: string, mode: Mode, renders: Rendering): BackEnd {
  return {
    id,
    title,
    way: { resolver: machines[mode].resolver },
    prepare: (policy) => ({
      rendered: renders(policy, optionsFor(policy, mode)),
      start: (world, artifacts) => start(world, artifacts, mode),
    }),
  };
}

const byIptables: Rendering = (policy, options) => render(iptables, policy, options);
const byNftables: Rendering = (policy, options) => render(nftables, policy, options);

/** iptables and ip6tables with ipset and dnsmasq. */
export const iptablesBackEnd = packetFilter('iptables', 'iptables, ipset and dnsmasq', 'gateway', byIptables);

/** nftables with dnsmasq. */
export const nftablesBackEnd = packetFilter('nftables', 'nftables and dnsmasq', 'gateway', byNftables);

const some = ['contoso-hosts', 'dual-stack-hosts-2021', 'dual-stack-tags', 'shapes'];

/** The same on the client's own machine. */
export const hostBackEnds: readonly BackEnd[] = [
  { ...packetFilter('iptables-host', 'iptables on the host itself', 'host', byIptables), only: some },
  { ...packetFilter('nftables-host', 'nftables on the host itself', 'host', byNftables), only: some },
];
