import type { Entry } from '@azureml-firewall/rule-model';
import type { Match } from '../model.js';

/** A destination by the service of an entry. */
export function matchOf({ service: { protocol, ports } }: Entry, destination: string): Match {
  return { destination, protocol, ports };
}
