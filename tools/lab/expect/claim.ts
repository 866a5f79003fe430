import type { Destination, Diagnostic, Entry } from '@azureml-firewall/rule-model';
import type { OutcomeRecord } from '@azureml-firewall/renderer-kit';
import type { Probe } from '../probe.js';
import type { Asks } from './asks.js';

/** Whether an entry, as it was rendered, decides a probe: for certain, possibly, or not. */
export type Claim = 'surely' | 'perhaps' | 'never';

/** One entry, its verdict, and one probe. */
export interface Question {
  readonly entry: Entry;
  readonly record: OutcomeRecord;
  /** What else is said that touches the entry. */
  readonly warnings: readonly Diagnostic[];
  readonly probe: Probe;
  readonly asks: Asks;
  /** The name that the probe's address belongs to. */
  readonly owner: string | null;
}

/**
 * The names that a connection goes by: the one asked for, the one shown, and the one whose address it is. What goes by
 * more than one is asked for only if it is under each of them.
 */
export function namesOf({ probe: { asked, shown }, owner }: Question): readonly (string | null)[] {
  if (asked === null && shown === null) return [null];
  return [...new Set([asked, shown, owner])].filter((name) => name !== null);
}

/** Whether the entry, were it for these destinations, asks for the probe. */
export function isAsked(
  question: Question,
  destinations: readonly Destination[] = [question.entry.destination],
): boolean {
  return question.asks(question.entry, destinations, question.probe, namesOf(question));
}

/** Whether the probe goes to an address of a name that one of the destinations takes in, whatever it shows. */
export function reachesByAddress(question: Question, destinations: readonly Destination[]): boolean {
  const { asks, entry, probe, owner } = question;
  return owner !== null && asks(entry, destinations, probe, [owner]);
}

/** The verdict as a relation of sets: what is asked for, and what is promised to be no more than the extra. */
export function relate({ record: { outcome } }: Question, isAsked: boolean, isExtra: boolean): Claim {
  switch (outcome) {
    case 'exact':
      return isAsked ? 'surely' : 'never';
    case 'widened':
      return isAsked ? 'surely' : isExtra ? 'perhaps' : 'never';
    case 'narrowed':
      return isAsked ? 'perhaps' : 'never';
    case 'approximated':
      return isAsked || isExtra ? 'perhaps' : 'never';
    case 'omitted':
      return 'never';
  }
}
