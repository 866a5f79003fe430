/** Refuses words outside of a closed list. */
export function refuseUnknownWords(what: string, given: unknown, words: readonly string[]): void {
  const items: readonly unknown[] = Array.isArray(given) ? given : [given];
  const wrong = items.filter((one) => !words.some((word) => word === one));
  if (wrong.length > 0)
    throw new RangeError(
      `${what}: found ${wrong.map((one) => JSON.stringify(one)).join(', ')}, expected one of ${words.join(', ')}`,
    );
}
