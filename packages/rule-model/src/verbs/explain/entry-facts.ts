import { destinationText } from '../../model/destination.js';
import type { Entry } from '../../model/entry.js';
import { serviceText } from '../../model/service.js';

/** An entry in the words of a witness. */
export interface EntryFacts {
  readonly rule: string;
  readonly destination: string;
  readonly service: string;
}

/** The words for each entry, made once. */
export function entryFacts({ rule, destination, service }: Entry): EntryFacts {
  return { rule: rule.id, destination: destinationText(destination), service: serviceText(service) };
}
