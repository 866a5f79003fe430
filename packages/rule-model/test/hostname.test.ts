import { parseHostname } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostnames } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { outcome } from './support/outcome.js';

const longLabel = 'a'.repeat(63);
const longest = `${longLabel}.${longLabel}.${longLabel}.${'a'.repeat(61)}`;

describe('parseHostname writes one spelling', () => {
  it.each([
    ['capitals', 'Login.MicrosoftOnline.COM', 'login.microsoftonline.com'],
    ['a trailing dot', 'azureml.ms.', 'azureml.ms'],
    ['an international name', 'bücher.example', 'xn--bcher-kva.example'],
    ['international capitals', 'BÜCHER.Example', 'xn--bcher-kva.example'],
    ['a decomposed letter', 'bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['an encoded name in capitals', 'XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['Japanese', '日本語.example', 'xn--wgv71a119e.example'],
    ['full-width letters and dot', 'ａｚｕｒｅｍｌ．ms', 'azureml.ms'],
    ['the ideographic full stop', 'azureml。ms', 'azureml.ms'],
    ['a soft hyphen', 'azure\u00adml.ms', 'azureml.ms'],
    ['a zero-width space', 'azure\u200bml.ms', 'azureml.ms'],
    ['a sharp s, which is a letter of its own', 'faß.example', 'xn--fa-hia.example'],
    ['an emoji', '☃.example', 'xn--n3h.example'],
    ['hyphens in third and fourth place', 'r3---sn.example', 'r3---sn.example'],
    ['a label of digits before the last', '365.example', '365.example'],
    ['63 characters in a label', `${longLabel}.ms`, `${longLabel}.ms`],
    ['253 characters', longest, longest],
    ['253 characters and the dot', `${longest}.`, longest],
  ])('of %s', (_, text, name) => {
    expect(outcome(parseHostname(text))).toBe(name);
  });
});

describe('parseHostname refuses', () => {
  it.each([
    ['nothing', ''],
    ['one label', 'localhost'],
    ['one label and the dot', 'localhost.'],
    ['an empty label', 'a..example'],
    ['two trailing dots', 'a.example..'],
    ['a leading dot', '.a.example'],
    ['64 characters in a label', `a${longLabel}.ms`],
    ['a leading hyphen', '-a.example'],
    ['a trailing hyphen', 'a-.example'],
    ['an underscore', '_dmarc.example.com'],
    ['a space', 'a b.example'],
    ['spaces around', ' a.example '],
    ['a line break', 'a.example\n'],
    ['a tab within, which URL would drop', 'ü\ta.example'],
    ['a line break within, which URL would drop', 'ü\na.example'],
    ['a null character', 'a\0.example'],
    ['a star', '*.example.com'],
    ['a full-width star', '＊.example.com'],
    ['a percent escape', 'a%2eb.example'],
    ['a percent escape in an international name', 'ü%2eb.example'],
    ['a full-width percent sign', 'a％2eb.example'],
    ['userinfo', 'user@a.example'],
    ['userinfo in an international name', 'ü@a.example'],
    ['a full-width at sign', 'user＠a.example'],
    ['a port', 'a.example:443'],
    ['a port after an international name', 'ü.example:443'],
    ['a full-width colon', 'a.example：443'],
    ['a path', 'a.example/b'],
    ['a full-width slash', 'a.example／b'],
    ['a backslash', 'ü.example\\b'],
    ['a query', 'ü.example?b'],
    ['a fragment', 'ü.example#b'],
    ['a quote, which URL would keep', 'ü"a.example'],
    ['an apostrophe', "ü'a.example"],
    ['a backtick', 'ü`a.example'],
    ['an address in brackets', '[::1]'],
    ['a bidirectional override', 'a\u202eb.example'],
    ['a joiner where it joins nothing', 'a\u200db.example'],
    ['a lone surrogate', 'a\ud800.example'],
    ['invalid punycode', 'xn--a.example'],
    ['empty punycode', 'xn--.example'],
    ['punycode of a plain name', 'xn--example-.com'],
    ['punycode out of range', 'xn--zzzzzz99999.example'],
    ['invalid punycode in capitals', 'XN--A.example'],
  ])('%s', (_, text) => {
    expect(outcome(parseHostname(text))).toBe('host/not-a-name');
  });

  it.each([
    ['an address', '10.0.0.1'],
    ['a short address', '10.1'],
    ['a full-width address', '１２７.0.0.1'],
    ['a numeric last label', 'example.1'],
    ['a hexadecimal last label', '1.0x7f'],
    ['an empty hexadecimal last label', 'example.0x'],
  ])('%s, so that no reader takes the name for an address', (_, text) => {
    expect(outcome(parseHostname(text))).toBe('host/is-address');
  });

  it.each([
    ['254 characters', `a${longest}`],
    ['a text that would keep the encoder busy', '語'.repeat(100_000)],
  ])('%s', (_, text) => {
    expect(outcome(parseHostname(text))).toBe('host/too-long');
  });

  it('with the text as it was found', () => {
    const parsed = parseHostname('Ü b.Example');
    expect(!parsed.ok && parsed.refusal.found).toBe('Ü b.Example');
  });
});

describe('parseHostname', () => {
  it('keeps a canonical name', () => {
    holds(fc.property(hostnames, (name) => outcome(parseHostname(name)) === name));
  });

  it('gives names that it would give again, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', 'Ü', '語', '.', '。', '-', '\u00ad', 'x', 'n', '0', '％') }),
      fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), hostnames).map((labels) => labels.join('.')),
    );
    holds(
      fc.property(texts, (text) => {
        const once = parseHostname(text);
        if (!once.ok) return;
        expect(once.value).toMatch(/^[a-z0-9.-]{3,253}$/);
        expect(parseHostname(once.value)).toEqual(once);
      }),
    );
  });
});
