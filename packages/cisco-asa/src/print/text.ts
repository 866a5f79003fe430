/**
 * A text for a remark: the command line takes `?` for a cry for help and has no quotes, and other letters than ASCII are
 * not known to be safe. What is not plain becomes a stop.
 */
export function remarkText(text: string): string {
  return text
    .replace(/[^\x20-\x7e]|\?/g, '.')
    .replace(/ +/g, ' ')
    .trim();
}
