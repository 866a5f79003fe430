import type { Wildcard } from '@azureml-firewall/rule-model';
import type { Lower } from './carried.js';
import { lowerNamed } from './names.js';

/** All hosts below a domain. squid's `.x` is x as well, so that the domain is taken out again. */
export const lowerWildcard: Lower<Wildcard> = (entry, ports, context) =>
  lowerNamed(entry, { kind: 'below', parent: entry.destination.parent }, ports, context);
