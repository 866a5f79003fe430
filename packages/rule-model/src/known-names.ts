/**
 * Refuses options by names that nobody reads: what is misspelt would be lost in silence, and a guard with it.
 *
 * @param what - What the options are of, for the message.
 * @throws RangeError that names each, and what is known.
 */
export function refuseUnknownNames(what: string, given: object, known: readonly string[]): void {
  const strays = Object.keys(given).filter((name) => !known.includes(name));
  if (strays.length > 0) throw new RangeError(`${what}: found ${strays.join(', ')}, expected only ${known.join(', ')}`);
}
