/**
 * Refuses options by names that nobody reads: a guard whose threshold is misspelt would let everything pass.
 * @throws RangeError that names each, and what is known.
 */
export function refuseUnknownNames(of: string, options: object, known: readonly string[]): void {
  const strays = Object.keys(options).filter((name) => !known.includes(name));
  if (strays.length > 0)
    throw new RangeError(`options of ${of}: found ${strays.join(', ')}, expected only ${known.join(', ')}`);
}
