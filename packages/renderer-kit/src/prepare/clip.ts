/** The first part of a text, marked with an ellipsis; a surrogate pair is never split. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const part = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${part.trimEnd()}…`;
}

/**
 * A text in at most `limit` characters (UTF-16 units): `kept` stays whole where the limit allows it, and what comes
 * before it is cut.
 */
export function clip(text: string, kept: string, limit: number): string {
  return cut(text, Math.max(0, limit - kept.length)) + cut(kept, limit);
}
