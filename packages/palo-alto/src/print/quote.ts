/** Words that need no quotes. A question mark is never printed: it opens help where a line is typed. */
const bare = /^[A-Za-z0-9*:][A-Za-z0-9._*/:,~%@-]*$/;

/** A value in set syntax. No text that gets here holds a double quote, for which there is no reliable escape. */
export function quote(value: string): string {
  return bare.test(value) ? value : `"${value}"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A value in XML, as text and as attribute. */
export function escapeXml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
