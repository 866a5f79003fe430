import { sectionWords } from '../location.js';
import type { PaloAltoOptions } from '../options.js';
import { quote } from './quote.js';

/** Where the first rule goes. */
export function firstPlace({ position, anchor }: PaloAltoOptions): string {
  return position === 'before' || position === 'after' ? `${position} ${quote(anchor)}` : position;
}

/** The command that moves a rule. */
export function moveLine(options: PaloAltoOptions, rule: string, place: string): string {
  return `move ${[...sectionWords(options, 'rules'), rule].map(quote).join(' ')} ${place}`;
}

/** Puts the rules where the options ask, in their order: `set` alone appends them, where a deny may make them dead. */
export function moveLines(options: PaloAltoOptions, rules: readonly string[]): readonly string[] {
  if (options.position === 'bottom') return [];
  return rules.map((rule, i) =>
    moveLine(options, rule, i === 0 ? firstPlace(options) : `after ${quote(rules[i - 1] ?? '')}`),
  );
}
