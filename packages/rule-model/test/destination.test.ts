import {
  destinationText,
  parseDestination,
  parseServiceTagName,
  type Destination,
  type DestinationKind,
  type Destinations,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { tags, written } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { outcome } from './support/outcome.js';

describe('parseDestination', () => {
  it.each<[string, Destination]>([
    ['login.microsoftonline.com', { kind: 'fqdn', host: 'login.microsoftonline.com' }],
    ['*.azureml.ms', { kind: 'wildcard', parent: 'azureml.ms' }],
    ['*pytorch.org', { kind: 'suffix', suffix: 'pytorch.org' }],
    ['*.Bücher.example', { kind: 'wildcard', parent: 'xn--bcher-kva.example' }],
    ['*shop.bücher.example', { kind: 'suffix', suffix: 'shop.xn--bcher-kva.example' }],
    ['raw.githubusercontent.com/a/b/*', { kind: 'url', host: 'raw.githubusercontent.com', path: '/a/b/*' }],
    ['GitHub.com/A', { kind: 'url', host: 'github.com', path: '/A' }],
    ['github.com/', { kind: 'url', host: 'github.com', path: '/' }],
    ['13.66.0.0/16', { kind: 'cidr', prefix: '13.66.0.0/16' }],
    ['13.66.0.1', { kind: 'cidr', prefix: '13.66.0.1/32' }],
    ['2603:1030::/45', { kind: 'cidr', prefix: '2603:1030::/45' }],
    ['dead.beef', { kind: 'fqdn', host: 'dead.beef' }],
    ['365.example', { kind: 'fqdn', host: '365.example' }],
  ])('reads %s', (text, destination) => {
    expect(outcome(parseDestination(text))).toEqual(destination);
  });

  it.each([
    ['a scheme', 'https://github.com', 'host/has-scheme'],
    ['a scheme and path', 'https://github.com/a', 'host/has-scheme'],
    ['a port', 'github.com:443', 'host/has-port'],
    ['a port before a path', 'github.com:443/a', 'host/has-port'],
    ['a port after an address', '10.0.0.1:443', 'host/has-port'],
    ['a port that looks like a group of IPv6', 'cafe:443', 'host/has-port'],
    ['a broken address, as an address', '10.0.0.0/33', 'cidr/length'],
    ['an address with bits after its length', '10.0.0.1/8', 'cidr/host-bits'],
    ['a short address', '10.0.0', 'cidr/not-a-prefix'],
    ['a broken IPv6 address', '2603:::1', 'cidr/not-a-prefix'],
    ['an address with a path', '10.0.0.1/a', 'host/is-address'],
    ['a star before an address', '*10.0.0.1', 'host/is-address'],
    ['a star alone', '*', 'host/not-a-name'],
    ['a star and a dot', '*.', 'host/not-a-name'],
    ['a wildcard over a top-level domain', '*.com', 'host/not-a-name'],
    ['a suffix of one label', '*org', 'host/not-a-name'],
    ['two stars', '**.azureml.ms', 'host/not-a-name'],
    ['a star within', 'a.*.azureml.ms', 'host/not-a-name'],
    ['a star at the end', 'azureml.*', 'host/not-a-name'],
    ['a wildcard with a path', '*.github.com/a', 'host/not-a-name'],
    ['a path alone', '/a', 'host/not-a-name'],
    ['an international suffix', '*bücher.example', 'host/international-suffix'],
    ['an international suffix in ASCII', '*xn--bcher-kva.example', 'host/international-suffix'],
    ['a path that a server would resolve', 'github.com/a/../b', 'url/dot-segment'],
    ['nothing', '', 'host/not-a-name'],
  ])('refuses %s', (_, text, code) => {
    expect(outcome(parseDestination(text))).toBe(code);
  });

  it.each(['*.a_b.example', 'a_b.example/c', 'github.com/a//b', '*bücher.example'])(
    'quotes the whole of %s in its refusal',
    (text) => {
      const parsed = parseDestination(text);
      expect(!parsed.ok && parsed.refusal.found).toBe(text);
    },
  );

  it('reads what destinationText writes, for every kind that text can say', () => {
    holds(
      fc.property(written, (destination) => {
        expect(outcome(parseDestination(destinationText(destination)))).toEqual(destination);
      }),
    );
  });

  it('answers hostile text at once', () => {
    const hostile = [':', '*', '/', '1.', 'a.', 'a:', 'ü', '%2e', '/a'].map((part) => `${part.repeat(100_000)}!`);
    expect(hostile.filter((text) => parseDestination(text).ok)).toEqual([]);
  }, 2000);
});

describe('destinationText', () => {
  it('writes a service tag by its name, resolved or not', () => {
    holds(
      fc.property(tags, (tag) => {
        expect(destinationText({ kind: 'service-tag', tag })).toBe(tag);
        expect(destinationText({ kind: 'service-tag', tag, resolved: { document: 'd', prefixes: [] } })).toBe(tag);
        expect(outcome(parseServiceTagName(tag))).toBe(tag);
      }),
    );
  });
});

describe('the kinds of destinations', () => {
  it('are the keys of one map, and the union is derived from it', () => {
    expectTypeOf<Destination>().toEqualTypeOf<Destinations[DestinationKind]>();
    expectTypeOf<Destination['kind']>().toEqualTypeOf<DestinationKind>();
    expectTypeOf<{ [K in DestinationKind]: Destinations[K]['kind'] }>().toEqualTypeOf<{ [K in DestinationKind]: K }>();
  });
});
