import { exact, renderFeeds, RenderError, type Lowered, type Renderer } from '@azureml-firewall/renderer-kit';
import type { Entry, Policy, Rule } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';

function lower({ rule }: Entry): Lowered<string> {
  return exact(rule.id);
}

/** A vendor whose only list has what stands in the purpose of each rule. */
const lister: Renderer<string, readonly string[], object> = {
  id: 'lister',
  messages: {},
  defaults: {},
  checkOptions: () => [],
  lower: { fqdn: lower, wildcard: lower, suffix: lower, url: lower, 'service-tag': lower, cidr: lower },
  assemble: (placed) => ({ model: placed.map(({ entry }) => entry.rule.purpose), findings: [] }),
  print: () => [],
  feeds: (model) => [{ path: 'list.txt', text: model.map((line) => `${line}\n`).join(''), spans: [] }],
};

function policyOf(...lines: readonly string[]): Policy {
  const rules = lines.map((purpose, i): Rule => ({
    id: `r${i}`,
    purpose,
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'any' }],
    destinations: [{ kind: 'fqdn', host: 'example.com' }],
    services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }] }],
    necessity: 'required',
    origins: [{ requirement: 'r', edition: '2026-03-19', section: 'x', source: 'y' }],
  }));
  const collections = rules.length > 0 ? [{ id: 'c', title: 'C', rules }] : [];
  return { cloud: 'public', region: 'eastus2', edition: '2026-03-19', collections, routes: [] };
}

const four = ['192.0.2.0/26', '192.0.2.64/26', '192.0.2.128/26', '2001:db8::/32'];

describe('renderFeeds', () => {
  const feeds = (...lines: readonly string[]): ReturnType<typeof renderFeeds> =>
    renderFeeds(lister, policyOf(...lines));
  const inUse = [{ path: 'list.txt', text: `${four.join('\n')}\n`, spans: [] }];

  it('gives the lists of a policy', () => {
    expect(feeds(...four)).toEqual({ ok: true, artifacts: inUse });
  });

  it('refuses a list that would lose more than half of its lines, unless told otherwise', () => {
    const shrunk = policyOf(...four.slice(0, 1));
    const lost = [{ path: 'list.txt', before: 4, after: 1 }];
    expect(renderFeeds(lister, shrunk, {}, { previous: inUse })).toEqual({ ok: false, shrunk: lost });
    expect(renderFeeds(lister, shrunk, {}, { previous: inUse, maxShrink: 0.8 }).ok).toBe(true);
    expect(renderFeeds(lister, shrunk, {}, { previous: inUse, acceptShrunk: true }).ok).toBe(true);
  });

  it('refuses an empty list, the first as well, unless told otherwise', () => {
    expect(feeds()).toEqual({ ok: false, shrunk: [{ path: 'list.txt', before: 0, after: 0 }] });
    expect(renderFeeds(lister, policyOf(), {}, { acceptShrunk: true }).ok).toBe(true);
  });

  it.each([
    ['0.0.0.0/0'],
    ['::/0'],
    ['*'],
    ['*/'],
    ['192.0.2.0/24 comment'],
    ['# comment'],
    ['a\nb c'],
    ['x\u2028y'],
    ['x\r'],
    ['xn--é'],
  ])('refuses the line "%s", which a device may take for more or choke on', (line) => {
    expect(() => feeds(...four, line)).toThrow(RenderError);
  });

  it('refuses a line that stands twice', () => {
    expect(() => feeds(...four, '192.0.2.0/26')).toThrow('list.txt: found "192.0.2.0/26"');
  });

  it('refuses a last line without an end, which a device may skip', () => {
    const open = { ...lister, feeds: () => [{ path: 'list.txt', text: '192.0.2.0/26', spans: [] }] };
    expect(() => renderFeeds(open, policyOf(...four))).toThrow('the last line has no end');
  });

  it('refuses a guard whose names are misspelt, which would hold nothing back', () => {
    const guard: object = { previos: [] };
    expect(() => renderFeeds(lister, policyOf(...four), {}, guard)).toThrow('found previos, expected only previous');
  });

  it('refuses a renderer that has none', () => {
    const { feeds: none, ...rest } = lister;
    expect(none).toBeDefined();
    expect(() => renderFeeds(rest, policyOf(...four))).toThrow('lister has no feeds');
  });
});
