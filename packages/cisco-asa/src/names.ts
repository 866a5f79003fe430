import type { Service } from '@azureml-firewall/rule-model';
import { stableName } from '@azureml-firewall/renderer-kit';
import { nameLength } from './limits.js';

/** Characters that may not stand in a name. Cisco allows more, among them some that scripts take for their own. */
const illegal = /[^A-Za-z0-9._-]/g;

/** A name that follows from what it is for, and from nothing else: a requirement more or less renames no other. */
export function nameOf(text: string, prefix: string): string {
  return stableName(`${prefix}${text}`, { limit: nameLength.value, illegal, fill: '-' });
}

/** A service as a part of a name: `tcp-80.443`, `udp-8704-8710`. */
export function serviceWord({ protocol, ports }: Pick<Service, 'protocol' | 'ports'>): string {
  const ranges = ports.map(({ from, to }) => (from === to ? String(from) : `${String(from)}-${String(to)}`));
  return `${protocol}-${ranges.join('.')}`;
}
