import type { Outcome } from '@azureml-firewall/renderer-kit';
import type { Paint } from './paint.js';

/** The colour of a verdict. */
export function toneOf(outcome: Outcome, paint: Paint): (text: string) => string {
  if (outcome === 'exact') return paint.green;
  return outcome === 'omitted' ? paint.red : paint.yellow;
}
