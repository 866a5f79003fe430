import { editions, type EditionId } from './editions.js';
import type { SourcePage } from './edition.js';

/** A page that an edition is made from, with its age in whole days. */
export interface SourceAge {
  readonly edition: EditionId;
  readonly source: SourcePage;
  /** From the date that the page carries to the day that was asked for: negative for a page of later. */
  readonly days: number;
}

/** Days before a month of a year that begins in March, so that the leap day is its last. */
function daysBefore(month: number): number {
  return Math.floor((153 * ((month + 9) % 12) + 2) / 5);
}

/** A day by its number in the Gregorian calendar: the days between two are the difference. */
function dayNumber(text: string): number {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31)
    throw new RangeError(`${JSON.stringify(text)} is no day: expected a date such as 2026-03-19`);
  const years = month > 2 ? year : year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leapDays + daysBefore(month) + day;
}

/**
 * How old each page of each edition is on a day (`2026-11-25`). The day is the caller's: this package has no clock, and
 * leaves it to others what is too old.
 * @throws RangeError for a text that is no day.
 */
export function sourceAges(on: string): readonly SourceAge[] {
  const today = dayNumber(on);
  return editions.flatMap(({ id: edition, sources }) =>
    sources.map((source) => ({ edition, source, days: today - dayNumber(source.date) })),
  );
}
