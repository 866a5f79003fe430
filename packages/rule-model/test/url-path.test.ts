import { parseUrlPath } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlPaths } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { outcome } from './support/outcome.js';

describe('parseUrlPath writes one spelling', () => {
  it.each([
    ['the root', '/', '/'],
    ['everything below the root', '/*', '/*'],
    ['a path', '/microsoft/vscode/master', '/microsoft/vscode/master'],
    ['all below a path', '/microsoft/*', '/microsoft/*'],
    ['a trailing slash, which is another path', '/microsoft/', '/microsoft/'],
    ['capitals, which matter in a path', '/Microsoft', '/Microsoft'],
    ['dots within a name', '/a..b/.well-known/c.', '/a..b/.well-known/c.'],
    ['a scope', '/@scope/package', '/@scope/package'],
    ['an escape that is not needed', '/%61%7e', '/a~'],
    ['an escape in small letters', '/a%c3%a9', '/a%C3%A9'],
    ['an escaped percent sign, decoded once at most', '/%2541', '/%2541'],
  ])('of %s', (_, text, path) => {
    expect(outcome(parseUrlPath(text))).toBe(path);
  });
});

describe('parseUrlPath refuses', () => {
  it.each([
    ['a dot segment', '/a/./b', 'url/dot-segment'],
    ['a double-dot segment', '/a/../b', 'url/dot-segment'],
    ['a double-dot segment at the end', '/a/..', 'url/dot-segment'],
    ['a double-dot segment before the star', '/a/../*', 'url/dot-segment'],
    ['an escaped dot segment', '/a/%2e%2E/b', 'url/dot-segment'],
    ['a half-escaped dot segment', '/a/.%2e', 'url/dot-segment'],
    ['an empty segment', '/a//b', 'url/empty-segment'],
    ['an empty segment before the star', '/a//*', 'url/empty-segment'],
    ['two slashes', '//', 'url/empty-segment'],
    ['an escaped slash', '/a/..%2fb', 'url/escape'],
    ['an escaped backslash', '/a%5Cb', 'url/escape'],
    ['an escaped line break', '/a%0ab', 'url/escape'],
    ['an escaped null', '/a%00', 'url/escape'],
    ['an escaped delete', '/a%7f', 'url/escape'],
    ['nothing', '', 'url/not-a-path'],
    ['a path without slash', 'a', 'url/not-a-path'],
    ['a star alone', '*', 'url/not-a-path'],
    ['a star in the middle', '/a/*/b', 'url/not-a-path'],
    ['a star after a name', '/a*', 'url/not-a-path'],
    ['two stars', '/a/**', 'url/not-a-path'],
    ['a star twice', '/*/*', 'url/not-a-path'],
    ['a query', '/a?b', 'url/not-a-path'],
    ['a fragment', '/a#b', 'url/not-a-path'],
    ['a broken escape', '/a%2', 'url/not-a-path'],
    ['an escape of no digits', '/a%zz', 'url/not-a-path'],
    ['a space', '/a b', 'url/not-a-path'],
    ['a line break', '/a\n', 'url/not-a-path'],
    ['a backslash', '/a\\b', 'url/not-a-path'],
    ['a double quote', '/a"b', 'url/not-a-path'],
    ['a single quote', "/a'b", 'url/not-a-path'],
    ['a dollar sign', '/$(reboot)', 'url/not-a-path'],
    ['an exclamation mark', '/a!b', 'url/not-a-path'],
    ['a backtick', '/`a`', 'url/not-a-path'],
    ['braces', '/{a}', 'url/not-a-path'],
    ['letters beyond ASCII', '/日本', 'url/not-a-path'],
    ['a text without end', `/${'a'.repeat(2000)}`, 'url/too-long'],
  ])('%s', (_, text, code) => {
    expect(outcome(parseUrlPath(text))).toBe(code);
  });
});

describe('parseUrlPath', () => {
  it('keeps a canonical path', () => {
    holds(fc.property(urlPaths, (path) => outcome(parseUrlPath(path)) === path));
  });

  it('gives paths that it would give again, and that a browser would not change', () => {
    const parts = fc.constantFrom('/', '/', 'a', 'Z', '.', '%2e', '%2F', '%41', '%c3', '%25', '*', '-', '@', '%');
    holds(
      fc.property(
        fc.string({ unit: parts, maxLength: 12 }).map((text) => `/${text}`),
        (text) => {
          const once = parseUrlPath(text);
          if (!once.ok) return;
          expect(parseUrlPath(once.value)).toEqual(once);
          expect(new URL(`http://a.example${once.value}`).pathname).toBe(once.value);
        },
      ),
    );
  });
});

declare const URL: new (url: string) => { readonly pathname: string };
