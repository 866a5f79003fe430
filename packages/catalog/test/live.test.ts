import { compareWithLive, plan, planFromDependencies, ProfileError } from '@azureml-firewall/catalog';
import { checkPolicy, destinationText, serviceText, type Policy } from '@azureml-firewall/rule-model';
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

  it('says of service tags that they can not be compared', () => {
    expect(comparison.notComparable.map(({ destination }) => destination)).toContain('AzureMachineLearning');
  });
});
