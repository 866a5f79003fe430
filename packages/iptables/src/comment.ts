import type { Rule } from '@azureml-firewall/rule-model';
import { describe } from '@azureml-firewall/renderer-kit';

/** Double quotes have no escape in nftables; a backslash may not be the last character before one in iptables. */
const plain: Readonly<Record<string, string>> = { '"': "'", '\\': '/' };

/** Text that may stand between double quotes in every file: no quote, no backslash, nothing that could end a line. */
export function plainText(text: string): string {
  return text
    .replace(/["\\]/g, (character) => plain[character] ?? '_')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, '_');
}

/** Bytes of UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The id of a rule with its reason and the requirement that it comes from, in at most so many bytes. */
export function commentOf(rule: Rule, limit: number): string {
  const named = { ...rule, purpose: `${rule.id}: ${rule.purpose}` };
  for (let length = limit; ; length--) {
    const text = plainText(describe(named, length));
    if (bytesOf(text) <= limit) return text;
  }
}
