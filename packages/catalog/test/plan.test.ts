import { plan, ProfileError, type ExtraNeed, type ProfileInput } from '@azureml-firewall/catalog';
import { checkPolicy, clouds, destinationText, normalize, type Rule } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { describe, expect, it } from 'vitest';
import { everythingOn } from './profiles.js';

const edition = '2021-09-14';
const rulesOf = (policy: ReturnType<typeof plan>['policy']): readonly Rule[] =>
  policy.collections.flatMap(({ rules }) => rules);

describe.each(clouds)('a plan for cloud %s', (cloud) => {
  const { policy } = plan(everythingOn(cloud), { edition });

  it('holds only values that a renderer may print', () => {
    expect(checkPolicy(policy)).toEqual([]);
  });

  it('is normal, and the same after a way through JSON', () => {
    expect(normalize(policy)).toEqual(policy);
    expect(policySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  it('is the same for the same profile', () => {
    expect(JSON.stringify(plan(everythingOn(cloud), { edition }))).toBe(
      JSON.stringify(plan(everythingOn(cloud), { edition })),
    );
  });

  it('has one rule for each requirement', () => {
    expect(rulesOf(policy).filter(({ id, origins }) => origins.some(({ requirement }) => requirement !== id))).toEqual(
      [],
    );
  });
});

describe('printed names that are no real service tags', () => {
  it('are planned under their real names, and a diagnostic says so', () => {
    const { policy, diagnostics } = plan(everythingOn('public'), { edition });
    const tags = rulesOf(policy).flatMap(({ destinations }) =>
      destinations.filter(({ kind }) => kind === 'service-tag').map(destinationText),
    );
    expect(tags).toEqual(
      expect.arrayContaining(['AzureFrontDoor.Frontend', 'AzureContainerRegistry.EastUS2', 'AzureKeyVault.EastUS2']),
    );
    expect(
      diagnostics
        .filter(({ code }) => code === 'catalog/tag-renamed')
        .map(({ data }) => [data['printed'], data['tag']]),
    ).toEqual([
      ['AzureFrontDoor.FrontEnd', 'AzureFrontDoor.Frontend'],
      ['Keyvault.region', 'AzureKeyVault.EastUS2'],
      ['ContainerRegistry.region', 'AzureContainerRegistry.EastUS2'],
    ]);
  });
});

describe('routes', () => {
  it('name the tag, and the prefixes of the workspace region and its pair where a tag cannot be named', () => {
    const { policy } = plan(everythingOn('public'), { edition });
    expect(policy.routes.map(({ tag, byAddress }) => [tag, byAddress])).toEqual([
      ['AzureMachineLearning', ['AzureMachineLearning.EastUS2', 'AzureMachineLearning.CentralUS']],
      ['BatchNodeManagement.EastUS2', ['BatchNodeManagement.EastUS2']],
    ]);
  });

  it('say when the pair of a region is unknown, and not when it is known to have none', () => {
    const codes = (region: string): readonly string[] =>
      plan({ ...everythingOn('public'), region }, { edition }).diagnostics.map(({ code }) => code);
    expect(codes('taiwannorth')).toContain('catalog/no-paired-region');
    expect(codes('qatarcentral')).not.toContain('catalog/no-paired-region');
  });
});

describe('addressing', () => {
  const planned = (addressing: 'service-tags' | 'hosts' | 'both'): readonly string[] =>
    rulesOf(plan(everythingOn('public'), { edition, addressing }).policy).map(({ id }) => id);

  it('by service tags leaves out the hosts that a tag carries, and keeps those that none does', () => {
    expect(planned('service-tags')).not.toContain('azure-ml-api-hosts');
    expect(planned('service-tags')).toEqual(
      expect.arrayContaining(['azure-ml-tag', 'pypi-hosts', 'notebook-content-hosts', 'diagnostics-hosts']),
    );
  });

  it('by service tags keeps ports that the tag does not carry', () => {
    const { policy } = plan(everythingOn('public'), { edition, addressing: 'service-tags' });
    const rule = rulesOf(policy).find(({ id }) => id === 'compute-instance-app-hosts');
    expect(rule?.services).toEqual([
      {
        protocol: 'tcp',
        ports: [
          { from: 8787, to: 8787 },
          { from: 18881, to: 18881 },
        ],
      },
    ]);
  });

  it('by hosts leaves out the tags that hosts carry, and keeps those that none does', () => {
    expect(planned('hosts')).not.toContain('azure-ml-tag');
    expect(planned('hosts')).toEqual(
      expect.arrayContaining(['azure-ml-api-hosts', 'azure-ml-inbound-tag', 'batch-inbound-tag']),
    );
  });

  it('lists what it left out with the requirement that stands for it', () => {
    const { excluded } = plan(everythingOn('public'), { edition, addressing: 'service-tags' });
    expect(excluded.find(({ destination }) => destination === '*.azureml.ms')?.because).toEqual({
      kind: 'addressing',
      insteadOf: ['azure-ml-tag'],
    });
  });
});

describe('sources', () => {
  const profile = everythingOn('public');

  it('are any, with a warning, where the profile names none', () => {
    const { policy, diagnostics } = plan({ ...profile, network: {} }, { edition });
    expect(
      rulesOf(policy).every(({ direction, sources }) => direction === 'inbound' || sources[0]?.kind === 'any'),
    ).toBe(true);
    expect(diagnostics.map(({ code }) => code)).toContain('catalog/any-source');
  });

  it('by role give each rule the addresses of its roles only', () => {
    const sources = { compute: ['10.1.0.0/24'], 'client-browser': ['10.9.0.0/24'] };
    const { policy } = plan({ ...profile, network: { sources } }, { edition });
    const of = (id: string): unknown => rulesOf(policy).find((rule) => rule.id === id)?.sources;
    expect(of('studio-hosts')).toEqual([{ kind: 'cidr', prefix: '10.9.0.0/24' }]);
    expect(of('azure-storage-hosts')).toEqual([{ kind: 'cidr', prefix: '10.1.0.0/24' }]);
  });

  it('by role leave out what only other roles need, instead of admitting any source', () => {
    const { policy, excluded } = plan(
      { ...profile, network: { sources: { 'client-browser': ['10.9.0.0/24'] } } },
      { edition },
    );
    expect(rulesOf(policy).map(({ id }) => id)).not.toContain('cran-hosts');
    expect(excluded.find(({ requirement }) => requirement === 'cran-hosts')?.because).toMatchObject({
      kind: 'no-source',
    });
  });

  it('of one role can be planned alone', () => {
    const { policy } = plan(profile, { edition, roles: ['client-browser'] });
    expect(rulesOf(policy).map(({ id }) => id)).toContain('studio-hosts');
    expect(rulesOf(policy).map(({ id }) => id)).not.toContain('key-vault-hosts');
  });
});

describe('needs of the profile itself', () => {
  const extra = [
    { to: 'github.com', ports: ['tcp/443'], because: 'sample repositories' },
    { tag: 'AzureDevOps', ports: ['tcp/443'], because: 'pipelines' },
  ];

  it('become rules with ids that do not depend on their order', () => {
    const ids = (list: typeof extra): readonly string[] =>
      plan({ ...everythingOn('public'), extra: list }, { edition })
        .policy.collections.find(({ id }) => id === 'own')
        ?.rules.map(({ id }) => id)
        .toSorted() ?? [];
    expect(ids(extra)).toEqual([
      expect.stringMatching(/^own-azuredevops-tcp-443-[a-z0-9]{8}$/),
      'own-github-com-tcp-443',
    ]);
    expect(ids(extra.toReversed())).toEqual(ids(extra));
  });
});

describe('own needs that read alike', () => {
  const own = (extra: readonly ExtraNeed[]): readonly Rule[] =>
    plan({ ...everythingOn('public'), extra }, { edition }).policy.collections.find(({ id }) => id === 'own')?.rules ??
    [];
  const need = (to: string): { to: string; ports: string[]; because: string } => ({
    to,
    ports: ['tcp/443'],
    because: 'x',
  });

  it('all become rules: none is lost to the name of another', () => {
    const hosts = [
      'a-b.contoso.com',
      'a.b.contoso.com',
      '*.x.com',
      'any.x.com',
      '*x.com',
      `a.com/${'y'.repeat(99)}1`,
      `a.com/${'y'.repeat(99)}2`,
    ];
    const rules = own(hosts.map(need));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(hosts.length);
    expect(rules.flatMap(({ destinations }) => destinations.map(destinationText)).toSorted()).toEqual(hosts.toSorted());
  });

  it('become one rule with both reasons where they mean the same', () => {
    const rules = own([need('github.com'), { to: 'GitHub.com', ports: ['tcp/443'], because: 'y' }]);
    expect(rules.map(({ purpose }) => purpose)).toEqual(['x; y']);
  });

  it.each([
    ['storage.eastus2', 'Storage.EastUS2'],
    ['Keyvault.EastUS2', 'AzureKeyVault.EastUS2'],
    ['AzureFrontDoor.FrontEnd', 'AzureFrontDoor.Frontend'],
    ['virtualnetwork', 'VirtualNetwork'],
  ])('use the real name of the tag %s', (tag, real) => {
    const profile = { ...everythingOn('public'), extra: [{ tag, ports: ['tcp/443'], because: 'x' }] };
    const { policy, diagnostics } = plan(profile, { edition });
    // The same need as one of the catalog's becomes its rule, with the profile as one more origin.
    const mine = rulesOf(policy).find(({ origins }) => origins.some(({ requirement }) => requirement === 'own'));
    expect(mine?.destinations).toEqual([{ kind: 'service-tag', tag: real }]);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'catalog/tag-renamed', data: { requirement: 'own', printed: tag, tag: real } }),
    );
  });

  it('say of a tag that nothing knows that it should be checked', () => {
    const profile = { ...everythingOn('public'), extra: [{ tag: 'NoSuchTag', ports: ['tcp/443'], because: 'x' }] };
    expect(plan(profile, { edition }).diagnostics.map(({ code }) => code)).toContain('catalog/unknown-tag');
  });
});

describe('what is not said', () => {
  it('leaves the default, even where it is present as undefined', () => {
    const plain = plan({ cloud: 'public', region: 'eastus2' }, { edition });
    const undefinedKeys = {
      images: undefined,
      packages: { python: undefined },
      network: { sources: undefined },
      extra: undefined,
    };
    expect(
      plan({ cloud: 'public', region: 'eastus2', ...undefinedKeys } as unknown as ProfileInput, { edition }),
    ).toEqual(plain);
  });

  it('lists routes that do not apply with their condition', () => {
    const off = { ...everythingOn('public'), compute: { instances: false, clusters: false } };
    const { excluded, policy } = plan(off, { edition });
    expect(policy.routes).toEqual([]);
    expect(
      excluded
        .filter(({ requirement }) => requirement.endsWith('-route'))
        .map(({ destination, because }) => [destination, because.kind]),
    ).toEqual([
      ['AzureMachineLearning', 'condition'],
      ['BatchNodeManagement.EastUS2', 'condition'],
    ]);
  });
});

describe('a profile that no parser has seen', () => {
  it('is refused when a name in it could not be one of Azure', () => {
    expect(() => plan({ cloud: 'public', region: 'eastus2', storage: 'contoso.evil' })).toThrow(ProfileError);
    expect(() => plan({ cloud: 'china', region: 'eastus2' })).toThrow(ProfileError);
  });

  it('is refused for an edition that is not held', () => {
    expect(() => plan({ cloud: 'public', region: 'eastus2' }, { edition: '1999-01-01' as never })).toThrow(RangeError);
  });
});
