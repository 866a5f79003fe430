import type { Cidr } from '@azureml-firewall/rule-model';
import { lowerAddressed } from './addresses.js';
import type { Lower } from './carried.js';

/** A prefix of either family. */
export const lowerCidr: Lower<Cidr> = (entry, ports, context) =>
  lowerAddressed(entry, { kind: 'prefix', prefix: entry.destination.prefix }, ports, context);
