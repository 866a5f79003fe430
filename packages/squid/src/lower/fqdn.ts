import type { Fqdn } from '@azureml-firewall/rule-model';
import type { Lower } from './carried.js';
import { lowerNamed } from './names.js';

/** One host. */
export const lowerFqdn: Lower<Fqdn> = (entry, ports, context) =>
  lowerNamed(entry, { kind: 'host', host: entry.destination.host }, ports, context);
