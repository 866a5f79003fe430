/** What a parser returns: the value, or why the text is refused. Parsers never throw. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Why a text is refused: a stable code, the text as found, and what is expected in its place. */
export interface Refusal {
  readonly code: string;
  readonly found: string;
  readonly expected: string;
}

/** A parser's yes. */
export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A parser's no: `found` is quoted by whoever prints it, `expected` completes "expected …". */
export function refused(code: string, found: string, expected: string): Parsed<never> {
  return { ok: false, refusal: { code, found, expected } };
}
