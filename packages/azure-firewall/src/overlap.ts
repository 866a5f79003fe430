import { portsContain } from '@azureml-firewall/rule-model';
import type { ApplicationRule, NetworkRule } from './model.js';

interface Block {
  readonly address: number;
  readonly length: number;
}

function blockOf(prefix: string): Block {
  const [address = '', length = '32'] = prefix.split('/');
  return { address: address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0), length: Number(length) };
}

function prefixesOverlap(one: string, other: string): boolean {
  if (one === '*' || other === '*') return true;
  const [a, b] = [blockOf(one), blockOf(other)];
  const size = 2 ** (32 - Math.min(a.length, b.length));
  return Math.floor(a.address / size) === Math.floor(b.address / size);
}

/** Whether any source of one list may be a source of the other. */
function sourcesOverlap(one: readonly string[], other: readonly string[]): boolean {
  return one.some((a) => other.some((b) => prefixesOverlap(a, b)));
}

/**
 * Whether a connection can match both rules. Any name may resolve to any address, so that sources and ports are all that
 * tells them apart.
 */
export function mayOverlap(network: NetworkRule, application: ApplicationRule): boolean {
  return (
    network.protocols.includes('TCP') &&
    application.protocols.some(({ port }) => portsContain(network.ports, { from: port, to: port })) &&
    sourcesOverlap(network.sourceAddresses, application.sourceAddresses)
  );
}
