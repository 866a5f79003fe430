import { clip, describe } from '@azureml-firewall/renderer-kit';
import type { Rule } from '@azureml-firewall/rule-model';

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * What a double-quoted text of a set command can hold: no quote, since there is no reliable way to escape one; no
 * backslash, which may be taken for an escape; no question mark, which opens help where a line is typed or pasted.
 */
function plain(text: string): string {
  return text.replaceAll('"', "'").replaceAll('\\', '/').replaceAll('?', '');
}

/** No page says whether a length counts characters or bytes: the shorter of the two holds either way. */
function within(limit: number, write: (characters: number) => string): string {
  let characters = limit;
  let text = write(characters);
  for (let bytes = bytesOf(text); bytes > limit; bytes = bytesOf(text)) {
    characters -= Math.ceil((bytes - limit) / 3);
    text = write(characters);
  }
  return text.trim();
}

/** The reason of a rule with the requirements that it comes from, which are never cut before the words are. */
export function reasonOf(rule: Rule, limit: number): string {
  return within(limit, (characters) => plain(describe(rule, characters)));
}

/** One line of our own words. */
export function note(text: string, limit: number): string {
  return within(limit, (characters) => plain(clip(text, '', characters)));
}

/** An order that no locale changes. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether two lists hold the same texts in the same order. Most are the same list, which one look tells. */
export function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, i) => text === b[i]));
}
