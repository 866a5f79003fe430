import type { ServiceTag } from '@azureml-firewall/rule-model';
import { omitted } from '@azureml-firewall/renderer-kit';
import { lowerAddressed } from './addresses.js';
import type { Lower } from './carried.js';

/** The addresses of a tag in a dated document: squid knows no service tags by name. */
export const lowerServiceTag: Lower<ServiceTag> = (entry, ports, context) => {
  const { tag, resolved } = entry.destination;
  if (!resolved) return omitted('squid/tag-unresolved', { destination: tag });
  return lowerAddressed(entry, { kind: 'tag', tag, ...resolved }, ports, context);
};
