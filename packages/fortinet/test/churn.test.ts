/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { modelOf, renderUpdate } from '@azureml-firewall/renderer-kit';
import { parseServiceTags, resolveServiceTags, type ServiceTagDocument } from '@azureml-firewall/service-tags';
import { fortinet, type FortiConfig, type FortinetOptions } from '../src/index.js';

/** The published tag documents are not part of the repository: a folder beside it holds them, where there is one. */
const folder =
  process.env['AZUREML_FIREWALL_SERVICE_TAGS'] ??
  new URL('../../../../shared/data/service-tags', import.meta.url).pathname;
const weeks = ['ServiceTags_Public_20250804.json', 'ServiceTags_Public_20251028.json'].map(
  (name) => `${folder}/${name}`,
);
const present = weeks.every((path) => existsSync(path));

function documentOf(path: string): ServiceTagDocument {
  const parsed = parseServiceTags(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`no service-tag document: ${path}`);
  return parsed.document;
}

/** Each prefix with its tag. */
function prefixesOf({ collections }: Policy): ReadonlySet<string> {
  const rules = collections.flatMap((collection) => collection.rules);
  const tags = rules.flatMap(({ destinations }) => destinations).filter((one) => one.kind === 'service-tag');
  return new Set(tags.flatMap(({ tag, resolved }) => (resolved?.prefixes ?? []).map((prefix) => `${tag} ${prefix}`)));
}

/** The policy from sources of both families, so that IPv6 prefixes count as well. */
function fromBothFamilies(policy: Policy): Policy {
  const six = { kind: 'cidr', prefix: 'fd00:20::/48' } as const;
  return {
    ...policy,
    collections: policy.collections.map((collection) => ({
      ...collection,
      rules: collection.rules.map((rule) => ({ ...rule, sources: [...rule.sources, six] })),
    })),
  };
}

function missing(of: ReadonlySet<string>, from: ReadonlySet<string>): number {
  return [...of].filter((one) => !from.has(one)).length;
}

function valuesOf({ addresses }: FortiConfig): ReadonlyMap<string, string> {
  return new Map(addresses.map(({ name, value }) => [name, JSON.stringify(value)]));
}

describe('from one week to another', () => {
  const source = new URL('golden/example-contoso/policy.json', import.meta.url);
  const policy = fromBothFamilies(policySchema.parse(JSON.parse(readFileSync(source, 'utf8'))));

  function twoWeeks(): readonly [Policy, Policy] {
    const [before, after] = weeks.map((path) => resolveServiceTags(policy, documentOf(path)).policy);
    if (!before || !after) throw new Error('two documents are needed');
    return [before, after];
  }

  function update(options: Partial<FortinetOptions> = {}): string {
    return renderUpdate(fortinet, ...twoWeeks(), options)[0]?.text ?? '';
  }

  it.skipIf(!present)(`changes by the prefixes that changed (${present ? 'documents found' : 'NO DOCUMENTS'})`, () => {
    const [before, after] = twoWeeks();
    const [old, current] = [prefixesOf(before), prefixesOf(after)];
    const [added, removed] = [missing(current, old), missing(old, current)];
    const [was, is] = [modelOf(fortinet, before).config, modelOf(fortinet, after).config];
    const known = valuesOf(was);
    const renumbered = [...valuesOf(is)].filter(([name, value]) => (known.get(name) ?? value) !== value);

    const text = update();
    const lines = text.split('\n');
    const made = lines.filter((line) => /^ {8}set (subnet|ip6) /.test(line)).length;
    const deleted = lines.filter((line) => /^ {4}delete "aml-net6?-/.test(line)).length;
    process.stdout.write(
      `${added} prefixes added to tags and ${removed} removed; of ${is.addresses.length} addresses ` +
        `${renumbered.length} changed under the same name, ${made} made, ${deleted} deleted\n`,
    );

    expect(added + removed).toBeGreaterThan(0);
    expect(renumbered).toEqual([]);
    // A prefix that several tags have is one address and several memberships.
    expect(made + deleted).toBeLessThanOrEqual(added + removed);
    expect(text).not.toContain('config firewall policy');
    const members = lines.flatMap((line) =>
      /^ {8}(append|unselect) member /.test(line) ? line.split(' "').slice(1) : [],
    );
    // A group of a few members is set anew, which is shorter.
    expect(members.length).toBeGreaterThan(0);
    expect(members.length).toBeLessThanOrEqual(added + removed);
  });

  it.skipIf(!present)('says nothing where policies follow feeds', () => {
    expect(update({ serviceTags: 'feeds', feedUrl: 'https://lists.example.com' })).toBe('');
  });
});
