import type { Flow } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import {
  iptablesKernel,
  nftKernel,
  verdictOf,
  type Kernel,
  type Packet,
  type Sets,
  type Verdict,
} from './netfilter.js';
import { fillSets, type Names } from './resolver.js';

/** What a machine does with a connection: nothing where the connection is none of its business. */
export type Machine = (flow: Flow) => Verdict | undefined;

function textOf(artifacts: readonly Pick<Artifact, 'path' | 'text'>[], end: string): string {
  return artifacts.find(({ path }) => path.endsWith(end))?.text ?? '';
}

function ipsetsIn(text: string): Sets {
  const sets: Sets = new Map();
  for (const line of text.split('\n')) {
    const [, verb, name = '', other = ''] = /^(create|add|swap|destroy|flush) (\S+) ?(\S*)/.exec(line) ?? [];
    if (verb === 'create' && !sets.has(name)) sets.set(name, []);
    if (verb === 'flush') sets.set(name, []);
    if (verb === 'add') sets.get(name)?.push(other);
    if (verb === 'destroy') sets.delete(name);
    if (verb !== 'swap') continue;
    const [a, b] = [sets.get(name), sets.get(other)];
    if (!a || !b) throw new Error(`no set: ${line}`);
    sets.set(name, b).set(other, a);
  }
  return sets;
}

function nftSetsIn(text: string): Sets {
  const sets: Sets = new Map([...text.matchAll(/^\tset (\S+) \{ /gm)].map(([, name = '']) => [name, []]));
  for (const [, name = '', body = ''] of text.matchAll(/^\tset (\S+) \{\n([^]*?)^\t\}$/gm))
    sets.get(name)?.push(...[...body.matchAll(/^\t\t\t(\S+),$/gm)].map(([, prefix = '']) => prefix));
  return sets;
}

function packetOf({ source = '', address, protocol, port }: Flow): Packet {
  return { family: source.includes(':') ? 6 : 4, source, address: address ?? '', protocol, port };
}

/**
 * A packet by the hook that it passes: a host's own traffic goes another way than what a gateway forwards. What a gateway
 * takes for the other direction says nothing of this one.
 */
function through(
  kernel: Kernel,
  prefix: (word: string) => string,
  { direction }: Flow,
  packet: Packet,
): Verdict | undefined {
  const forward = kernel.chains.has(prefix('forward'));
  const chain = forward ? 'forward' : direction === 'outbound' ? 'output' : 'input';
  return verdictOf(kernel, prefix(chain), packet, prefix(direction === 'outbound' ? 'in' : 'out'));
}

/** A machine with the printed files of `iptables`, after every name was asked for. */
export function iptablesMachine(artifacts: readonly Pick<Artifact, 'path' | 'text'>[], names: Names): Machine {
  if (artifacts.length === 0) return () => undefined;
  const sets = ipsetsIn(textOf(artifacts, '.ipset'));
  fillSets(textOf(artifacts, 'dnsmasq.conf'), names, sets);
  const kernels = {
    4: iptablesKernel(textOf(artifacts, '.v4'), sets),
    6: iptablesKernel(textOf(artifacts, '.v6'), sets),
  };
  const [path = ''] = artifacts.map((artifact) => artifact.path);
  const start = path.slice(0, path.indexOf('.'));
  return (flow) => {
    const packet = packetOf(flow);
    return through(kernels[packet.family], (word) => `${start}-${word}`.toUpperCase(), flow, packet);
  };
}

/** A machine with the printed table of `nftables`, after every name was asked for. */
export function nftablesMachine(artifacts: readonly Pick<Artifact, 'path' | 'text'>[], names: Names): Machine {
  if (artifacts.length === 0) return () => undefined;
  const text = textOf(artifacts, '.nft');
  const sets = nftSetsIn(text);
  fillSets(textOf(artifacts, 'dnsmasq.conf'), names, sets);
  const kernel = nftKernel(text, sets);
  const [path = ''] = artifacts.map((artifact) => artifact.path);
  const start = path.slice(0, path.indexOf('.'));
  return (flow) => through(kernel, (word) => `${start}_${word}`, flow, packetOf(flow));
}
