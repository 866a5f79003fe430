/** A number that New Vendor sets, with the page that prints it and the date of the text that was read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

/** Characters of the name of a rule. */
export const nameLength: Limit = { value: 0, page: '', date: '' };
