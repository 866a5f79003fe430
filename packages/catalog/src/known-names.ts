/**
 * Refuses options by names that nobody reads: what is misspelt would be lost in silence.
 * @throws RangeError that names each, and what is known.
 */
export function refuseUnknownNames(what: string, given: object, known: readonly string[]): void {
  const strays = Object.keys(given).filter((name) => !known.includes(name));
  if (strays.length > 0) throw new RangeError(`${what}: found ${strays.join(', ')}, expected only ${known.join(', ')}`);
}

/** Refuses words outside of a closed list. */
export function refuseUnknownWords(what: string, given: unknown, words: readonly string[]): void {
  const items: readonly unknown[] = Array.isArray(given) ? given : [given];
  const wrong = items.filter((one) => !words.some((word) => word === one));
  if (wrong.length > 0)
    throw new RangeError(
      `${what}: found ${wrong.map((one) => JSON.stringify(one)).join(', ')}, expected one of ${words.join(', ')}`,
    );
}
