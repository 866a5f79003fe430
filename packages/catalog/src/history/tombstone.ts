import { tombstones } from '../generated/tombstones.js';
import type { Tombstone } from './change.js';

/** What is said of a requirement or route that no edition asks for any more. */
export function retirementOf(id: string): Tombstone | undefined {
  return (tombstones as Readonly<Record<string, Tombstone>>)[id];
}

/** The same where it has ended by the date of an edition: to an older one, it has not. */
export function tombstoneOf(id: string, edition: string): Tombstone | undefined {
  const retired = retirementOf(id);
  return retired && retired.date <= edition ? retired : undefined;
}
