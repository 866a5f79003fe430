import type { Cidr, Entry } from '@azureml-firewall/rule-model';
import { exact, omitted, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import { usable } from '../addresses.js';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';

/** A prefix of either family. */
export function lowerCidr(
  { destination: { prefix }, service: { protocol, ports } }: Entry<Cidr>,
  { options }: Context<PaloAltoOptions>,
): Lowered<Node, Code> {
  if (usable([prefix], options).length === 0) return omitted('palo-alto/ipv6-left-out', { destination: prefix });
  return exact({ by: 'address', item: { kind: 'prefix', prefix }, on: { protocol, ports } });
}
