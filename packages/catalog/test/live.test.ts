import { catalogMessages, compareWithLive, plan, planFromDependencies, ProfileError } from '@azureml-firewall/catalog';
import { checkPolicy, destinationText, messageOf, serviceText, type Policy } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';

const workspace = { cloud: 'public', region: 'eastus2', network: { sources: ['10.20.0.0/16'] } } as const;

function category(name: string, endpoints: readonly (readonly [host: string, ...ports: number[]])[]): unknown {
  return {
    properties: {
      category: name,
      endpoints: endpoints.map(([domainName, ...ports]) => ({
        domainName,
        endpointDetails: ports.map((port) => ({ port })),
      })),
    },
  };
}

/** In the shape of an answer recorded in 2022, with its blank after "Compute" and a host under two categories. */
const answer = {
  value: [
    category('Azure Active Directory', [['login.microsoftonline.com', 443, 80]]),
    category('Azure portal', [['management.azure.com', 443]]),
    category('Azure Resource Manager', [['management.azure.com', 443]]),
    category('Compute ', [
      ['contosoml.blob.core.windows.net', 443],
      ['viennaglobal.azurecr.io', 443],
      ['foo.vault.azure.net', 443],
    ]),
  ],
};

function read(json: unknown): Policy {
  const live = planFromDependencies(json, workspace);
  if (!live.ok) throw new Error(live.refusal.found);
  return live.policy;
}

describe("the workspace's own answer", () => {
  const rules = read(answer).collections.flatMap((collection) => collection.rules);
  const lines = rules.map(({ id, destinations, services }) => [
    id,
    destinations.map(destinationText).join(' '),
    services.map(serviceText).join(' '),
  ]);

  it('becomes a policy that a renderer may print', () => {
    expect(checkPolicy(read(answer))).toEqual([]);
    expect(lines).toEqual([
      ['live-azure-active-directory-80-443', 'login.microsoftonline.com', 'tcp/80 tcp/443'],
      ['live-azure-portal-443', 'management.azure.com', 'tcp/443'],
      ['live-compute-443', 'contosoml.blob.core.windows.net foo.vault.azure.net viennaglobal.azurecr.io', 'tcp/443'],
    ]);
  });

  it('keeps every category of a host as an origin', () => {
    const portal = rules.find(({ id }) => id === 'live-azure-portal-443');
    expect(portal?.origins.map(({ section }) => section)).toEqual(
      ['Azure Resource Manager', 'Azure portal'].toSorted(),
    );
  });

  it('is read as a bare list too, and whatever else the items carry', () => {
    const items = answer.value.map((item, i) => ({ id: i, name: 'x', type: 'y', ...(item as object) }));
    expect(read(items)).toEqual(read(answer));
  });

  it.each([
    ['text', 'no json'],
    ['no list', { value: 1 }],
    ['an empty list', { value: [] }],
    ['a category without endpoints', { value: [{ properties: { category: 'A' } }] }],
    ['a category that is no text', { value: [{ properties: { category: 7, endpoints: [] } }] }],
    ['a host that is none', { value: [category('A', [['a b', 443]])] }],
    ['a port out of range', { value: [category('A', [['a.com', 0]])] }],
    ['a host without a port', { value: [category('A', [['a.com']])] }],
  ])('is refused as %s', (_, json) => {
    expect(planFromDependencies(json, workspace)).toMatchObject({ ok: false, refusal: { code: 'dependencies/shape' } });
  });

  it('is refused for a workspace that could not exist', () => {
    expect(() => planFromDependencies(answer, { cloud: 'china', region: 'eastus2' })).toThrow(ProfileError);
  });
});

describe('labels of categories', () => {
  const rulesOf = (json: unknown): readonly (readonly [string, string])[] =>
    read(json).collections.flatMap(({ rules }) =>
      rules.map(({ id, destinations }) => [id, destinations.map(destinationText).join(' ')] as const),
    );

  it('are compared as they are written, in whatever language', () => {
    const rules = rulesOf([
      category('ストレージ', [['a.example.com', 443]]),
      category('認証', [['b.example.com', 443]]),
      category('ストレージ', [['c.example.com', 443]]),
    ]);
    expect(rules.map(([, hosts]) => hosts).toSorted()).toEqual(['a.example.com c.example.com', 'b.example.com']);
    for (const [id] of rules) expect(id).toMatch(/^live-category-[0-9a-z]{8}-443$/);
    expect(new Set(rules.map(([id]) => id)).size).toBe(2);
  });

  it('that read alike do not share an id', () => {
    const rules = rulesOf([
      category('Azure Portal', [['a.example.com', 443]]),
      category('Azure portal', [['b.example.com', 443]]),
      category('Azure-portal', [['c.example.com', 443]]),
    ]);
    expect(rules).toHaveLength(3);
    expect(new Set(rules.map(([id]) => id)).size).toBe(3);
  });
});

describe('diagnostics of the answer', () => {
  const diagnosticsOf = (json: unknown, place: Parameters<typeof planFromDependencies>[1] = workspace) => {
    const live = planFromDependencies(json, place);
    if (!live.ok) throw new Error(live.refusal.found);
    return live.diagnostics;
  };
  const gov = { cloud: 'usgov', region: 'usgovvirginia', network: { sources: ['10.20.0.0/16'] } } as const;

  it('say that it is not complete, and that TCP is assumed', () => {
    expect(diagnosticsOf(answer).slice(0, 2)).toEqual([
      { code: 'catalog/live-incomplete', severity: 'warning', data: { hosts: 5 } },
      { code: 'catalog/live-protocol-assumed', severity: 'info', data: { hosts: 5, protocol: 'tcp' } },
    ]);
  });

  it('say of a host that it lies in the domains of another cloud', () => {
    const json = [
      category('A', [
        ['contosoml.blob.core.windows.net', 443],
        ['x.azureml.us', 443],
        ['pypi.org', 443],
      ]),
    ];
    const about = (place: typeof gov | typeof workspace): readonly unknown[] =>
      diagnosticsOf(json, place).flatMap(({ code, data }) => (code === 'catalog/live-foreign-cloud' ? [data] : []));
    expect(about(gov)).toEqual([{ host: 'contosoml.blob.core.windows.net', home: 'public', cloud: 'usgov' }]);
    expect(about(workspace)).toEqual([{ host: 'x.azureml.us', home: 'usgov', cloud: 'public' }]);
  });

  it('do not take a name for foreign that the pages themselves give to the cloud', () => {
    const json = [
      category('A', [
        ['graph.windows.net', 443],
        ['dc.applicationinsights.azure.com', 443],
      ]),
    ];
    expect(diagnosticsOf(json, gov).map(({ code }) => code)).not.toContain('catalog/live-foreign-cloud');
    const china = { cloud: 'china', region: 'chinanorth3' } as const;
    const foreign = diagnosticsOf(json, china).filter(({ code }) => code === 'catalog/live-foreign-cloud');
    expect(foreign.map(({ data }) => data['host'])).toEqual(['graph.windows.net']);
  });

  it('say of a host under which categories it stands, and of sources that there are none', () => {
    const open = diagnosticsOf(answer, { cloud: 'public', region: 'eastus2' });
    expect(open).toContainEqual({
      code: 'catalog/live-several-categories',
      severity: 'info',
      data: { host: 'management.azure.com', categories: ['Azure portal', 'Azure Resource Manager'] },
    });
    expect(open.map(({ code }) => code)).toContain('catalog/any-source');
  });

  it('have a text with every fact filled in', () => {
    const { policy } = plan(workspace);
    const json = [
      category('A', [
        ['x.azureml.us', 443],
        ['new.example.com', 443],
        ['eastus2.tundra.azureml.ms', 443],
      ]),
    ];
    const all = [...diagnosticsOf(answer), ...diagnosticsOf(json), ...compareWithLive(policy, read(json)).diagnostics];
    for (const { code, data } of all) {
      expect(messageOf(catalogMessages[code], data)).not.toMatch(/[{}]/);
      for (const value of Object.values(data).flat())
        expect(messageOf(catalogMessages[code], data)).toContain(String(value));
    }
  });
});

describe('beside the catalog', () => {
  const { policy } = plan({ ...workspace, storage: 'contosoml', hbi: true }, { edition: '2026-03-19' });
  const comparison = compareWithLive(policy, read(answer));

  it('shows what only the workspace asks for', () => {
    expect(comparison.onlyLive.map(({ destination, service }) => `${destination} ${service}`)).toEqual([
      'viennaglobal.azurecr.io tcp/443',
    ]);
  });

  it('shows what only the catalog asks for, UDP among it', () => {
    expect(comparison.onlyCatalog.map(({ destination, service }) => `${destination} ${service}`)).toContain(
      'eastus2.tundra.azureml.ms udp/5831',
    );
    expect(comparison.onlyCatalog.map(({ destination }) => destination)).not.toContain('login.microsoftonline.com');
  });

  it('shows which patterns the workspace narrows to exact hosts', () => {
    expect(comparison.narrowed).toContainEqual({
      requirement: 'key-vault-hosts',
      destination: '*.vault.azure.net',
      service: 'tcp/443',
      narrowedBy: ['foo.vault.azure.net'],
    });
  });

  it('says each of these as a diagnostic with its facts', () => {
    const of = (code: string): readonly unknown[] =>
      comparison.diagnostics.filter((one) => one.code === code).map(({ data }) => data);
    expect(of('catalog/live-only')).toEqual([{ destination: 'viennaglobal.azurecr.io', service: 'tcp/443' }]);
    expect(of('catalog/live-narrowed')).toEqual(comparison.narrowed);
    expect(of('catalog/live-unsaid')).toEqual([{ count: comparison.onlyCatalog.length }]);
    expect(of('catalog/live-not-comparable')).toEqual([
      { destinations: [...new Set(comparison.notComparable.map(({ destination }) => destination))] },
    ]);
    expect(of('catalog/live-other-place')).toEqual([]);
  });

  it('says of a host that the plan reaches by another protocol how it does, since the answer names none', () => {
    const json = [category('Compute', [['eastus2.tundra.azureml.ms', 5831]])];
    expect(compareWithLive(policy, read(json)).diagnostics).toContainEqual({
      code: 'catalog/live-other-service',
      severity: 'warning',
      data: {
        destination: 'eastus2.tundra.azureml.ms',
        service: 'tcp/5831',
        requirements: expect.arrayContaining(['compute-tundra-hosts']) as string[],
        planned: expect.arrayContaining(['udp/5831']) as string[],
      },
    });
  });

  it('says that the answer of another place has little to do with the plan', () => {
    const live = planFromDependencies(answer, { cloud: 'public', region: 'westus2' });
    if (!live.ok) throw new Error(live.refusal.found);
    expect(compareWithLive(policy, live.policy).diagnostics[0]).toEqual({
      code: 'catalog/live-other-place',
      severity: 'warning',
      data: { planned: 'eastus2 (public)', live: 'westus2 (public)' },
    });
  });

  it('says of service tags that they can not be compared', () => {
    expect(comparison.notComparable.map(({ destination }) => destination)).toContain('AzureMachineLearning');
  });
});
