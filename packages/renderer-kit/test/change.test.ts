import {
  exact,
  renderUndo,
  renderUpdate,
  RenderError,
  type Lowered,
  type Renderer,
} from '@azureml-firewall/renderer-kit';
import type { Entry, Policy, Rule } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';

function lower({ rule }: Entry): Lowered<string> {
  return exact(rule.id);
}

/** A vendor of lines: one for each rule. */
const lines: Renderer<string, readonly string[], object> = {
  id: 'lines',
  messages: {},
  defaults: {},
  checkOptions: () => [],
  lower: { fqdn: lower, wildcard: lower, suffix: lower, url: lower, 'service-tag': lower, cidr: lower },
  assemble: (placed) => ({ model: [...new Set(placed.flatMap(({ nodes }) => nodes))], findings: [] }),
  print: (model) => [{ path: 'lines.txt', text: `${model.join('\n')}\n`, spans: [] }],
  undo: (model) => [{ path: 'undo.txt', text: model.map((id) => `delete ${id}\n`).join(''), spans: [] }],
  update: (previous, next) => {
    const added = next.filter((id) => !previous.includes(id)).map((id) => `set ${id}\n`);
    return added.length === 0 ? [] : [{ path: 'update.txt', text: added.join(''), spans: [] }];
  },
};

function policyOf(...ids: readonly string[]): Policy {
  const rules = ids.map((id): Rule => ({
    id,
    purpose: 'a purpose',
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'any' }],
    destinations: [{ kind: 'fqdn', host: `${id}.example.com` }],
    services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }] }],
    necessity: 'required',
    origins: [{ requirement: id, edition: '2026-03-19', section: 'x', source: 'y' }],
  }));
  return {
    cloud: 'public',
    region: 'eastus2',
    edition: '2026-03-19',
    collections: [{ id: 'c', title: 'C', rules }],
    routes: [],
  };
}

describe('renderUndo', () => {
  it('hands the model of the policy to the renderer', () => {
    expect(renderUndo(lines, policyOf('a', 'b'))[0]?.text).toBe('delete a\ndelete b\n');
  });

  it('refuses a renderer that can not undo', () => {
    const { undo, ...rest } = lines;
    expect(undo).toBeDefined();
    expect(() => renderUndo(rest, policyOf('a'))).toThrow(RenderError);
  });
});

describe('renderUpdate', () => {
  it('hands both models to the renderer', () => {
    expect(renderUpdate(lines, policyOf('a'), policyOf('a', 'b'))[0]?.text).toBe('set b\n');
    expect(renderUpdate(lines, policyOf('a'), policyOf('a'))).toEqual([]);
  });

  it('refuses a policy that no renderer may print, old or new', () => {
    const bad = { ...policyOf('a'), region: 'a b' };
    expect(() => renderUpdate(lines, bad, policyOf('a'))).toThrow(RenderError);
    expect(() => renderUpdate(lines, policyOf('a'), bad)).toThrow(RenderError);
  });

  it('refuses a renderer that can not update', () => {
    const { update, ...rest } = lines;
    expect(update).toBeDefined();
    expect(() => renderUpdate(rest, policyOf('a'), policyOf('b'))).toThrow(RenderError);
  });
});
