import { checkPolicy, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { resolveServiceTags, usedTags } from '@azureml-firewall/service-tags';
import { describe, expect, it } from 'vitest';
import { documentOf, download, oddNames, parsed } from './support/documents.js';
import { policyOf, routeTo, ruleTo, tagNamed } from './support/policies.js';

const document = documentOf(oddNames);
const label = 'Public download 375';
const keyVault = { document: label, prefixes: ['203.0.113.7/32', '2603:1030::8/127'] };

function firstRule({ collections }: Policy): Rule | undefined {
  return collections[0]?.rules[0];
}

function codesOf(diagnostics: readonly { readonly code: string }[]): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

describe('resolveServiceTags', () => {
  it('gives destinations and sources their dated prefixes, and leaves all else as it is', () => {
    const rule = ruleTo('r', [{ kind: 'fqdn', host: 'pypi.org' }, tagNamed('AzureKeyVault.EastUS2')], {
      sources: [tagNamed('AzureKeyVault.EastUS2'), { kind: 'any' }],
    });
    const resolved = { kind: 'service-tag', tag: 'AzureKeyVault.EastUS2', resolved: keyVault };
    expect(resolveServiceTags(policyOf([rule]), document)).toEqual({
      policy: policyOf([
        { ...rule, sources: [resolved, { kind: 'any' }], destinations: [rule.destinations[0], resolved] } as Rule,
      ]),
      diagnostics: [],
    });
  });

  it('puts names right, once, and says which rules they are in', () => {
    const rules = [
      ruleTo('a', [tagNamed('Keyvault.EastUS2'), tagNamed('AzureKeyVault.EastUS2')]),
      ruleTo('b', [tagNamed('Keyvault.EastUS2')]),
    ];
    const { policy, diagnostics } = resolveServiceTags(policyOf(rules), document);
    expect(firstRule(policy)?.destinations).toEqual([
      { kind: 'service-tag', tag: 'AzureKeyVault.EastUS2', resolved: keyVault },
    ]);
    expect(diagnostics).toEqual([
      {
        code: 'service-tags/tag-renamed',
        severity: 'info',
        data: { printed: 'Keyvault.EastUS2', tag: 'AzureKeyVault.EastUS2', document: label, usedBy: ['a', 'b'] },
      },
    ]);
    expect(checkPolicy(policy)).toEqual([]);
  });

  it('leaves a tag without addresses when there are none, never with an empty list', () => {
    const names = ['Storage.WestUS', 'NoSuchTag', 'VirtualNetwork', 'EmptyTag'];
    const withEmpty = documentOf({ ...oddNames, EmptyTag: { prefixes: [] } });
    const { policy, diagnostics } = resolveServiceTags(policyOf([ruleTo('r', names.map(tagNamed))]), withEmpty);
    expect(firstRule(policy)?.destinations).toEqual(names.map(tagNamed));
    expect(codesOf(diagnostics)).toEqual([
      'service-tags/not-in-region',
      'service-tags/unknown-tag',
      'service-tags/virtual-tag',
      'service-tags/empty-tag',
    ]);
    expect(diagnostics.every(({ data }) => String(data['usedBy']) === 'r')).toBe(true);
  });

  it('drops the addresses of another week where this one has none', () => {
    const old = { document: 'Public download 374', prefixes: ['192.0.2.0/24'] };
    const { policy } = resolveServiceTags(
      policyOf([ruleTo('r', [{ ...tagNamed('Storage.WestUS'), resolved: old }, tagNamed('Storage')])]),
      document,
    );
    expect(firstRule(policy)?.destinations.map((item) => 'resolved' in item)).toEqual([false, true]);
  });

  it('is the same when done twice', () => {
    const policy = policyOf(
      [ruleTo('r', [tagNamed('Keyvault'), tagNamed('VirtualNetwork')], { coveredBy: ['Storage', 'Keyvault'] })],
      [routeTo('m', 'AzureMachineLearning', ['AzureMachineLearning.EastUS2'])],
    );
    const once = resolveServiceTags(policy, document, { virtual: { VirtualNetwork: ['10.20.0.0/16'] } });
    expect(resolveServiceTags(once.policy, document).policy).toEqual(once.policy);
  });

  it('keeps the prefixes of the document, and aggregates them on request only', () => {
    const touching = documentOf({ Storage: { prefixes: ['10.0.0.0/25', '10.0.0.128/25'] } });
    const policy = policyOf([ruleTo('r', [tagNamed('Storage')])], [routeTo('s', 'Storage', ['Storage'])]);
    const [own, fewest] = [{}, { aggregate: true }].map(
      (options) => resolveServiceTags(policy, touching, options).policy,
    );
    expect(own && firstRule(own)?.destinations[0]).toMatchObject({
      resolved: { prefixes: ['10.0.0.0/25', '10.0.0.128/25'] },
    });
    expect(fewest && firstRule(fewest)?.destinations[0]).toMatchObject({ resolved: { prefixes: ['10.0.0.0/24'] } });
    expect(fewest?.routes[0]?.resolved?.prefixes).toEqual(['10.0.0.0/24']);
  });

  it('resolves nothing from a document of another cloud', () => {
    const policy = policyOf([ruleTo('r', [tagNamed('Storage')])]);
    expect(resolveServiceTags(policy, parsed(download(oddNames, { cloud: 'China' })))).toEqual({
      policy,
      diagnostics: [
        {
          code: 'service-tags/other-cloud',
          severity: 'error',
          data: { cloud: 'public', document: 'China download 375' },
        },
      ],
    });
  });

  it('does not change its input', () => {
    const policy = policyOf([ruleTo('r', [tagNamed('Keyvault')], { coveredBy: ['Keyvault'] })]);
    const before = JSON.stringify([policy, document]);
    resolveServiceTags(policy, document);
    expect(JSON.stringify([policy, document])).toBe(before);
  });
});

describe('what covers a rule', () => {
  it('gains its addresses beside the names', () => {
    const rule = ruleTo('r', [{ kind: 'fqdn', host: 'vault.azure.net' }], {
      coveredBy: ['Keyvault.EastUS2', 'AzureKeyVault.EastUS2', 'Storage.WestUS'],
    });
    const { policy } = resolveServiceTags(policyOf([rule]), document);
    expect(firstRule(policy)).toEqual({
      ...rule,
      coveredBy: ['AzureKeyVault.EastUS2', 'Storage.WestUS'],
      covering: [{ kind: 'service-tag', tag: 'AzureKeyVault.EastUS2', resolved: keyVault }],
    });
    expect(checkPolicy(policy)).toEqual([]);
  });

  it('is not there without addresses', () => {
    const rule = ruleTo('r', [{ kind: 'fqdn', host: 'vault.azure.net' }], { coveredBy: ['Storage.WestUS'] });
    expect(firstRule(resolveServiceTags(policyOf([rule]), document).policy)).toEqual(rule);
  });
});

describe('virtual tags', () => {
  const policy = policyOf([ruleTo('r', [tagNamed('virtualnetwork'), tagNamed('Internet')])]);

  it('take the prefixes that are given', () => {
    const virtual = { virtualNetwork: ['10.21.0.0/16', '10.20.0.0/16', '10.20.0.0/16'] };
    const { policy: resolved, diagnostics } = resolveServiceTags(policy, document, { virtual });
    expect(firstRule(resolved)?.destinations).toEqual([
      {
        kind: 'service-tag',
        tag: 'VirtualNetwork',
        resolved: { document: 'as given, from no document', prefixes: ['10.20.0.0/16', '10.21.0.0/16'] },
      },
      tagNamed('Internet'),
    ]);
    expect(codesOf(diagnostics)).toEqual(['service-tags/virtual-tag']);
    expect(checkPolicy(resolved)).toEqual([]);
  });

  it('refuse what is no prefix, and tags that the document has', () => {
    const virtual = { VirtualNetwork: ['10.20.0.1/16', '10.0.0.0/8'], Internet: [], Storage: ['10.0.0.0/8'] };
    const { policy: resolved, diagnostics } = resolveServiceTags(policy, document, { virtual });
    expect(firstRule(resolved)?.destinations).toEqual([tagNamed('VirtualNetwork'), tagNamed('Internet')]);
    expect(codesOf(diagnostics)).toEqual([
      'service-tags/virtual-prefix',
      'service-tags/not-virtual',
      'service-tags/virtual-tag',
      'service-tags/virtual-tag',
    ]);
  });
});

describe('routes', () => {
  it('hold the addresses of all their tags together', () => {
    const route = routeTo('keys', 'Keyvault', ['Keyvault.EastUS2', 'Storage.EastUS2', 'Storage.EastUS2Stage']);
    const rule = ruleTo('r', [tagNamed('Storage')]);
    const { policy } = resolveServiceTags(policyOf([rule], [route]), document);
    expect(policy.routes).toEqual([
      {
        ...route,
        tag: 'AzureKeyVault',
        byAddress: ['AzureKeyVault.EastUS2', 'Storage.EastUS2', 'Storage.EastUS2Stage'],
        resolved: {
          document: label,
          prefixes: ['203.0.113.0/24', '203.0.113.7/32', '203.0.113.128/25', '2603:1030::8/127'],
        },
      },
    ]);
    expect(checkPolicy(policy)).toEqual([]);
  });

  it('say what they lack, and hold no list where nothing is known', () => {
    const routes = [
      routeTo('half', 'Storage', ['Storage.EastUS2', 'Storage.CentralUS']),
      routeTo('none', 'Storage', ['Storage.WestUS']),
    ];
    const { policy, diagnostics } = resolveServiceTags(policyOf([], routes), document);
    expect(policy.routes.map(({ resolved }) => resolved?.prefixes)).toEqual([['203.0.113.0/24'], undefined]);
    expect(diagnostics.map(({ code, data }) => [code, data['tag'], data['usedBy']])).toEqual([
      ['service-tags/not-in-region', 'Storage.CentralUS', ['half']],
      ['service-tags/not-in-region', 'Storage.WestUS', ['none']],
    ]);
  });
});

it('usedTags lists every tag of a policy with its users', () => {
  const policy = policyOf(
    [
      ruleTo('a', [tagNamed('Storage'), { kind: 'fqdn', host: 'pypi.org' }], { sources: [tagNamed('VirtualNetwork')] }),
      ruleTo('b', [tagNamed('Storage')], { coveredBy: ['AzureMonitor'] }),
    ],
    [routeTo('m', 'AzureMachineLearning', ['AzureMachineLearning.EastUS2', 'Storage'])],
  );
  expect(usedTags(policy)).toEqual([
    { tag: 'VirtualNetwork', usedBy: ['a'] },
    { tag: 'Storage', usedBy: ['a', 'b', 'm'] },
    { tag: 'AzureMonitor', usedBy: ['b'] },
    { tag: 'AzureMachineLearning', usedBy: ['m'] },
    { tag: 'AzureMachineLearning.EastUS2', usedBy: ['m'] },
  ]);
});

it('resolveServiceTags refuses an option that is misspelt', () => {
  const options: object = { agregate: true };
  expect(() => resolveServiceTags(policyOf([], []), documentOf({ Storage: {} }), options)).toThrow(
    'found agregate, expected only',
  );
});
