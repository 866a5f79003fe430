import type { Suffix } from '@azureml-firewall/rule-model';
import type { Lower } from './carried.js';
import { lowerNamed } from './names.js';

/** All names that end so: just what a regular expression says. */
export const lowerSuffix: Lower<Suffix> = (entry, ports, context) =>
  lowerNamed(entry, { kind: 'ending', suffix: entry.destination.suffix }, ports, context);
