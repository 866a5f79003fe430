/** Pairs of neighbouring characters, in which a misspelt word still resembles the right one. */
function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)));
}

/** How much a name looks like a text, whatever their case. */
function likeness(asked: string, known: string): number {
  const [text, name] = [asked.toLowerCase(), known.toLowerCase()];
  const [mine, theirs] = [pairsOf(text), pairsOf(name)];
  const shared = [...mine].filter((pair) => theirs.has(pair)).length;
  // A name that holds the text whole comes before all that only resemble it.
  const whole = text !== '' && name.includes(text) ? 1 : 0;
  return whole + (2 * shared) / Math.max(mine.size + theirs.size, 1);
}

/** Up to five names that somebody who wrote a text may have meant, likeliest first. */
export function nearest(text: string, names: readonly string[]): readonly string[] {
  return names
    .map((name) => [name, likeness(text, name)] as const)
    .filter(([, score]) => score >= 0.5)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([name]) => name);
}
