import type { Rule } from '@azureml-firewall/rule-model';
import { describe } from '@azureml-firewall/renderer-kit';
import { policyComments } from './limits.js';

/** What FortiOS forbids in text, or a console could take for a command, by something that looks alike. */
const plain: Readonly<Record<string, string>> = {
  '"': '`',
  "'": '`',
  '‘': '`',
  '’': '`',
  '“': '`',
  '”': '`',
  '<': '(',
  '>': ')',
  '\\': '/',
  '?': '.',
  $: '_',
  '–': '-',
  '—': '-',
  '…': '...',
};

/**
 * Text in the characters that are safe between double quotes: `"`, `'`, `<` and `>` are refused (administration guide 7.4,
 * text strings), `?` asks a console for help, `$` starts a variable. Nothing is escaped, since escapes differ by reader.
 */
export function plainText(text: string): string {
  return text
    .replace(/["'‘’“”<>\\?$–—…]/g, (character) => plain[character] ?? '_')
    .replace(/[^\x20-\x7e]+/g, '_')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The ellipsis of a text that was cut takes two characters more in ASCII. */
const ellipsis = 2;

/** The reason of a rule, with the requirement that it comes from; where it is too long the words are cut. */
export function commentsOf(rule: Rule): string {
  const { caution } = rule;
  const words = { purpose: plainText(rule.purpose), ...(caution !== undefined && { caution: plainText(caution) }) };
  const text = plainText(describe({ ...rule, ...words }, policyComments.value - ellipsis));
  return text.length <= policyComments.value ? text : plainText(text.slice(0, policyComments.value));
}
