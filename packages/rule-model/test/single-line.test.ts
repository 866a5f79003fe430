import { parseSingleLine } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { outcome } from './support/outcome.js';

describe('parseSingleLine keeps', () => {
  it.each([
    ['English', 'Reads and writes data, "quoted" \\ & <so> $on'],
    ['Japanese', 'Azure Machine Learning ワークスペースの「既定」ストレージ（必須）。'],
    ['the ideographic space', '東京　リージョン'],
    ['half-width katakana with voiced marks', 'ｶﾞｲﾄﾞ'],
    ['decomposed kana', 'か\u3099'],
    ['an ideograph with its variant', '葛\u{E0100}城'],
    ['letters beyond the first plane', '𠮷野家'],
    ['an emoji', '🚀'],
    ['an emoji in colour', '❤\uFE0F'],
    ['a keycap', '1\uFE0F\u20E3'],
    ['a skin tone', '👍🏽'],
    ['joined emoji', '👩\u200D💻'],
    ['joined emoji with skin tone', '👩🏽\u200D💻'],
    ['joined emoji with a selector', '❤\uFE0F\u200D🔥'],
    ['a family', '👨\u200D👩\u200D👧\u200D👦'],
    ['500 characters', 'a'.repeat(500)],
  ])('%s', (_, text) => {
    expect(outcome(parseSingleLine(text))).toBe(text);
  });
});

describe('parseSingleLine refuses', () => {
  it.each([
    ['nothing', '', 'text/empty'],
    ['spaces', ' \u3000\u00a0', 'text/empty'],
    ['501 characters', 'a'.repeat(501), 'text/too-long'],
    ['a line feed', 'a\nb', 'text/unprintable'],
    ['a carriage return', 'a\rb', 'text/unprintable'],
    ['a trailing line feed', 'a\n', 'text/unprintable'],
    ['a tab', 'a\tb', 'text/unprintable'],
    ['a null', 'a\0', 'text/unprintable'],
    ['an escape', '\u001b[31m', 'text/unprintable'],
    ['a next-line control', 'a\u0085b', 'text/unprintable'],
    ['a line separator', 'a\u2028b', 'text/unprintable'],
    ['a paragraph separator', 'a\u2029b', 'text/unprintable'],
    ['a bidirectional override', 'a\u202eb', 'text/unprintable'],
    ['a bidirectional isolate', 'a\u2066b', 'text/unprintable'],
    ['a right-to-left mark', 'a\u200fb', 'text/unprintable'],
    ['a zero-width space', 'a\u200bb', 'text/unprintable'],
    ['a soft hyphen', 'a\u00adb', 'text/unprintable'],
    ['a byte order mark', '\ufeffa', 'text/unprintable'],
    ['a joiner between letters', 'a\u200db', 'text/unprintable'],
    ['a joiner after the last emoji', '👩\u200d', 'text/unprintable'],
    ['a selector on a letter', 'a\ufe0f', 'text/unprintable'],
    ['a second selector', '葛\u{E0100}\u{E0101}', 'text/unprintable'],
    ['a tag character', 'a\u{E0041}', 'text/unprintable'],
    ['a Hangul filler', 'a\u3164', 'text/unprintable'],
    ['a lone surrogate', 'a\ud83d', 'text/unprintable'],
    ['a non-character, which XML can not hold', 'a\uffff', 'text/unprintable'],
  ])('%s', (_, text, code) => {
    expect(outcome(parseSingleLine(text))).toBe(code);
  });

  it('what is longer than its caller allows', () => {
    expect(outcome(parseSingleLine('abc', 2))).toBe('text/too-long');
  });
});

describe('parseSingleLine', () => {
  it('never changes a text, and never lets through what splits a line or hides', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('a', '葛', '👩', '\u200d', '\ufe0f', '\n', '\u2028', '\u{E0100}'),
        maxLength: 8,
      }),
    );
    holds(
      fc.property(texts, (text) => {
        const parsed = parseSingleLine(text);
        if (!parsed.ok) return;
        expect(parsed.value).toBe(text);
        expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]/u);
      }),
    );
  });
});
