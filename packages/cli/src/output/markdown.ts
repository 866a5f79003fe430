/** All that could start or end markup, HTML included: GFM takes a backslash before each of these. */
const special = /[\\`*_{}[\]<>#|~&!]/g;

/** A text as a cell or paragraph in which nothing is markup. */
export function markdownText(text: string): string {
  return text
    .trim()
    .replace(special, '\\$&')
    .replace(/\s*[\r\n]+\s*/g, '<br>');
}

/** A value as code, where nothing in it would end the code or the cell; as text otherwise. */
export function markdownCode(text: string): string {
  return text.trim() !== '' && /^[^`|\\\p{Cc}]+$/u.test(text) ? `\`${text}\`` : markdownText(text);
}

/** A table of cells that are Markdown already. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
