/** A number that New Vendor sets, with the page that prints it and the date of the text that was read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

/** Characters of the name of a rule. */
export const nameLength: Limit = { value: 63, page: 'New Vendor command reference, rule', date: '2026-07' };

/** Characters of the note of a rule. */
export const noteLength: Limit = { value: 200, page: 'New Vendor command reference, note', date: '2026-07' };
