import type { Origin } from '../model/origin.js';
import { parseSingleLine } from '../net/single-line.js';
import { checkEach, checkText, type PolicyFault } from './faults.js';

function checkOrigin(path: string, origin: Origin): readonly PolicyFault[] {
  const names = ['requirement', 'edition', 'section', 'source'] as const;
  return names.flatMap((name) => checkText(`${path}.${name}`, origin[name], parseSingleLine));
}

/** The origins of a rule or route: nothing is asked for without a source. */
export function checkOrigins(path: string, origins: readonly Origin[]): readonly PolicyFault[] {
  return checkEach(path, origins, checkOrigin);
}
