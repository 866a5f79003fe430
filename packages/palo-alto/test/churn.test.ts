/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { modelOf, renderUpdate } from '@azureml-firewall/renderer-kit';
import { parseServiceTags, resolveServiceTags, type ServiceTagDocument } from '@azureml-firewall/service-tags';
import { paloAlto } from '../src/index.js';

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

function prefixesOf({ collections }: Policy): ReadonlySet<string> {
  const rules = collections.flatMap((collection) => collection.rules);
  const tags = rules.flatMap(({ destinations }) => destinations).filter((one) => one.kind === 'service-tag');
  return new Set(tags.flatMap(({ tag, resolved }) => (resolved?.prefixes ?? []).map((prefix) => `${tag} ${prefix}`)));
}

/** The same policy for both families, so that no prefix is left out because nothing could reach it. */
function fromAnywhere(policy: Policy): Policy {
  const collections = policy.collections.map((collection) => ({
    ...collection,
    rules: collection.rules.map((rule) => ({ ...rule, sources: [{ kind: 'any' }] as const })),
  }));
  return { ...policy, collections };
}

function missing(of: ReadonlySet<string>, from: ReadonlySet<string>): number {
  return [...of].filter((one) => !from.has(one)).length;
}

describe('from one week to another', { timeout: 60_000 }, () => {
  const source = new URL('golden/example-contoso/policy.json', import.meta.url);
  const policy = fromAnywhere(policySchema.parse(JSON.parse(readFileSync(source, 'utf8'))));

  it.skipIf(!present)(`changes by the prefixes that changed (${present ? 'documents found' : 'NO DOCUMENTS'})`, () => {
    const [before, after] = weeks.map((path) => resolveServiceTags(policy, documentOf(path)).policy);
    if (!before || !after) throw new Error('two documents are needed');
    const [old, current] = [prefixesOf(before), prefixesOf(after)];
    const [added, removed] = [missing(current, old), missing(old, current)];

    const [was, is] = [modelOf(paloAlto, before), modelOf(paloAlto, after)];
    const known = new Map(was.config.addresses.map(({ name, value }) => [name, value]));
    const renumbered = is.config.addresses.filter(({ name, value }) => (known.get(name) ?? value) !== value);
    const lines = renderUpdate(paloAlto, before, after)[0]?.text.split('\n').slice(0, -1) ?? [];
    const members = lines.filter((line) => line.includes(' static '));
    const objects = lines.filter((line) => line.includes(' address aml-net-'));
    process.stdout.write(
      `${added} prefixes added, ${removed} removed; of ${is.config.addresses.length} addresses ${renumbered.length} ` +
        `changed under the same name; ${lines.length} commands: ${members.length} memberships, ${objects.length} objects\n`,
    );

    expect(added + removed).toBeGreaterThan(0);
    expect(renumbered).toEqual([]);
    // One command puts a prefix into its group, one makes the object unless another group has it; one names the week.
    expect(members).toHaveLength(added + removed);
    expect(objects.length).toBeLessThanOrEqual(added + removed);
    expect(lines.length).toBe(members.length + objects.length + 1);
  });

  it.skipIf(!present)('changes no more than the name of the week where rules follow lists', () => {
    const lists = { serviceTags: 'lists', listBaseUrl: 'https://lists.example.com' } as const;
    const [before, after] = weeks.map((path) => resolveServiceTags(policy, documentOf(path)).policy);
    if (!before || !after) throw new Error('two documents are needed');
    const lines = renderUpdate(paloAlto, before, after, lists)[0]?.text.split('\n').slice(0, -1);
    expect(lines).toEqual([expect.stringMatching(/^set tag aml comments /)]);
  });
});
