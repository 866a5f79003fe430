import { describe, expect, it } from 'vitest';
import { checkPolicy, entriesOf, normalize, parseSingleLine } from '@azureml-firewall/rule-model';
import { fixtures, hostileTexts, longTexts, refusedTexts } from '../src/index.js';

const entries = fixtures.flatMap(({ policy }) => entriesOf(policy));

describe('fixtures', () => {
  it.each(fixtures)('$id is a policy in its one spelling, with an idea', ({ id, idea, policy, previous = policy }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(idea).toMatch(/^[A-Z].*\.$/);
    for (const one of [policy, previous]) {
      expect(checkPolicy(one)).toEqual([]);
      expect(normalize(one)).toEqual(one);
      expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    }
  });

  it('have ids of their own', () => {
    expect(new Set(fixtures.map(({ id }) => id)).size).toBe(fixtures.length);
  });

  it('show every kind, action, direction, protocol and need', () => {
    const seen = (of: (entry: (typeof entries)[number]) => string): ReadonlySet<string> => new Set(entries.map(of));
    expect([...seen(({ destination }) => destination.kind)].toSorted()).toEqual(
      ['cidr', 'fqdn', 'service-tag', 'suffix', 'url', 'wildcard'].toSorted(),
    );
    expect(seen(({ rule }) => rule.action).size).toBe(2);
    expect(seen(({ rule }) => rule.direction).size).toBe(2);
    expect(seen(({ rule }) => rule.necessity).size).toBe(3);
    expect(seen(({ service }) => service.protocol).size).toBe(2);
    expect(seen(({ service }) => service.application ?? '').size).toBe(3);
  });
});

describe('hostile texts', () => {
  it('are texts that a policy may hold', () => {
    for (const { text } of [...hostileTexts, ...longTexts])
      expect(parseSingleLine(text), text).toMatchObject({ ok: true });
  });

  it('that are to be refused are', () => {
    for (const { text } of refusedTexts)
      expect(parseSingleLine(text), JSON.stringify(text)).toMatchObject({ ok: false });
  });
});
