import { diffServiceTags, rulesAffected, type ServiceTagDiff } from '@azureml-firewall/service-tags';
import { describe, expect, it } from 'vitest';
import { answer, documentOf, download, parsed, type Sketch } from './support/documents.js';
import { policyOf, routeTo, ruleTo, tagNamed } from './support/policies.js';

const before: Sketch = {
  Storage: { prefixes: ['10.0.0.0/24', '10.0.2.0/24'] },
  AzureMonitor: { prefixes: ['10.1.0.0/25', '10.1.0.128/25'] },
  AzureKeyVault: {},
  OldTag: { prefixes: ['10.9.0.0/24'] },
};
const after: Sketch = {
  NewTag: { prefixes: ['10.8.0.0/24'] },
  Storage: { prefixes: ['10.0.0.0/24', '10.0.3.0/24', '2603:1030::/48'] },
  AzureMonitor: { prefixes: ['10.1.0.0/24'] },
  azureKeyVault: {},
};

function diff(old: Sketch, current: Sketch): ServiceTagDiff {
  const result = diffServiceTags(documentOf(old, 374), documentOf(current, 375));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('diffServiceTags', () => {
  it('says for each tag what came and what went', () => {
    expect(diff(before, after)).toEqual({
      cloud: 'public',
      from: 'Public download 374',
      to: 'Public download 375',
      changed: [
        { tag: 'Storage', added: ['10.0.3.0/24', '2603:1030::/48'], removed: ['10.0.2.0/24'], regrouped: false },
        { tag: 'AzureMonitor', added: ['10.1.0.0/24'], removed: ['10.1.0.0/25', '10.1.0.128/25'], regrouped: true },
      ],
      created: [{ tag: 'NewTag', prefixes: ['10.8.0.0/24'] }],
      gone: [{ tag: 'OldTag', prefixes: ['10.9.0.0/24'] }],
    });
  });

  it('is empty for the same tags, whatever their order and number', () => {
    expect(diff(before, Object.fromEntries(Object.entries(before).toReversed()))).toMatchObject({
      changed: [],
      created: [],
      gone: [],
    });
  });

  it.each([
    ['another cloud', download(after, { cloud: 'China' })],
    ['another kind of source', answer(after)],
  ])('refuses a document of %s', (_, input) => {
    expect(diffServiceTags(documentOf(before), parsed(input))).toMatchObject({
      ok: false,
      refusal: { code: 'service-tags/not-comparable' },
    });
  });
});

it('rulesAffected names the rules and routes that the changes touch', () => {
  const policy = policyOf(
    [
      ruleTo('storage', [tagNamed('storage'), tagNamed('OldTag')]),
      ruleTo('monitor', [tagNamed('AzureMonitor')]),
      ruleTo('vault', [tagNamed('AzureKeyVault')], { coveredBy: ['Storage'] }),
    ],
    [routeTo('new', 'AzureKeyVault', ['NewTag'])],
  );
  expect(rulesAffected(policy, diff(before, after))).toEqual([
    { id: 'storage', tags: ['storage', 'OldTag'] },
    { id: 'vault', tags: ['Storage'] },
    { id: 'new', tags: ['NewTag'] },
  ]);
});
