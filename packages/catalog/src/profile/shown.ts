/** A value of a profile as a message tells it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  // Collections are told by their kind: they may be large, and a YAML anchor can make one contain itself.
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a map of keys';
  // Which JSON, and so YAML, has no words for.
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return `a ${typeof value}`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
