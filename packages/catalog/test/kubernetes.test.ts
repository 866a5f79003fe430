import { plan, type EditionId, type ProfileInput } from '@azureml-firewall/catalog';
import { clouds, destinationText, serviceText, type Cloud, type Rule } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everyWorkspace, everythingOn, regionOf } from './profiles.js';

type Kubernetes = NonNullable<ProfileInput['kubernetes']>;

const old = '2021-09-14';
const now = '2026-03-19';

function cluster(cloud: Cloud, kind: 'aks' | 'arc', kubernetes: Kubernetes = {}): ProfileInput {
  return { cloud, region: regionOf[cloud], compute: { kubernetes: kind }, kubernetes };
}

function ruleOf(id: string, profile: ProfileInput, edition: EditionId = now): Rule | undefined {
  return plan(profile, { edition })
    .policy.collections.flatMap(({ rules }) => rules)
    .find((rule) => rule.id === id);
}

function said(id: string, profile: ProfileInput, edition: EditionId = now): readonly string[] {
  const rule = ruleOf(id, profile, edition);
  return (rule?.destinations ?? []).map(
    (one) => `${destinationText(one)} ${rule?.services.map(serviceText).join(' ')}`,
  );
}

function disputes(profile: ProfileInput, edition: EditionId = now): readonly unknown[] {
  return plan(profile, { edition })
    .diagnostics.filter(({ code }) => code === 'catalog/disputed')
    .map(({ data }) => data['dispute']);
}

/** Everything that a workspace with one part of a cluster on gains over one with the part off. */
function gained(kind: 'aks' | 'arc', on: Kubernetes, cloud: Cloud = 'public'): readonly string[] {
  const off: Kubernetes = { addons: [], arc: [], nodes: [] };
  const [before, after] = [off, { ...off, ...on }].map((kubernetes) =>
    plan(cluster(cloud, kind, kubernetes), { edition: now }).policy.collections.flatMap(({ rules }) =>
      rules.flatMap(({ destinations }) => destinations.map(destinationText)),
    ),
  );
  return (after ?? []).filter((one) => !before?.includes(one)).toSorted();
}

describe.each([old, now] as const)('in edition %s', (edition) => {
  it.each(clouds)('each requirement is one rule, whatever a workspace of cloud %s uses', (cloud) => {
    const split = everyWorkspace(cloud).flatMap((profile) =>
      plan(profile, { edition }).policy.collections.flatMap(({ rules }) =>
        rules.filter(({ id, origins }) => origins.some(({ requirement }) => requirement !== id)).map(({ id }) => id),
      ),
    );
    expect(split).toEqual([]);
  });
});

describe('pages of neighbouring services', () => {
  const missing = (edition: EditionId, kind: 'aks' | 'arc'): boolean =>
    plan(cluster('public', kind), { edition }).diagnostics.some(({ code }) => code === 'catalog/page-not-included');

  it.each([
    ['2021-09-14', 'aks', false],
    ['2022-09-06', 'aks', true],
    ['2022-09-06', 'arc', true],
    ['2023-04-14', 'aks', true],
    ['2023-04-14', 'arc', true],
    ['2026-03-19', 'aks', false],
    ['2026-03-19', 'arc', false],
  ] as const)('edition %s says of a page for %s that it is not included: %s', (edition, kind, expected) => {
    expect(missing(edition, kind)).toBe(expected);
  });

  it('ask nothing of a workspace without a cluster', () => {
    const { policy } = plan({ cloud: 'public', region: 'eastus2' }, { edition: now });
    expect(policy.collections.filter(({ id }) => id === 'aks' || id === 'arc')).toEqual([]);
  });
});

describe('the tunnel of AKS', () => {
  it('goes to the tag of the region, by the ports of the cloud: 22 in China only', () => {
    const on = (cloud: Cloud): readonly string[] => said('aks-tunnel', cluster(cloud, 'aks', { konnectivity: false }));
    expect(on('public')).toEqual(['AzureCloud.eastus2 tcp/9000 udp/1194']);
    expect(on('usgov')).toEqual(['AzureCloud.usgovvirginia tcp/9000 udp/1194']);
    expect(on('china')).toEqual(['AzureCloud.chinanorth3 tcp/22,9000 udp/1194']);
  });

  it('uses the short name of a region whose AzureCloud tag has one', () => {
    const profile = { ...cluster('public', 'aks', { konnectivity: false }), region: 'germanywestcentral' };
    expect(said('aks-tunnel', profile)).toEqual(['AzureCloud.germanywc tcp/9000 udp/1194']);
  });

  it('is not needed with konnectivity-agent or a private cluster, by the current table of the public cloud only', () => {
    for (const kubernetes of [{ konnectivity: true }, { konnectivity: false, privateCluster: true }]) {
      expect(ruleOf('aks-tunnel', cluster('public', 'aks', kubernetes))).toBeUndefined();
      for (const cloud of ['usgov', 'china'] as const) {
        expect(ruleOf('aks-tunnel', cluster(cloud, 'aks', kubernetes))).toBeDefined();
        expect(disputes(cluster(cloud, 'aks', kubernetes))).toContain('aks-exemptions-sovereign');
      }
    }
    expect(ruleOf('aks-tunnel', cluster('public', 'aks', { konnectivity: true }), old)).toBeDefined();
    expect(ruleOf('aks-tunnel', cluster('public', 'aks', { privateCluster: true }), old)).toBeUndefined();
  });
});

describe('the API server of AKS', () => {
  it('is reached by the wildcard of the region, which a private cluster of the public cloud does not need today', () => {
    expect(said('aks-api-server-hosts', cluster('public', 'aks'))).toEqual(['*.hcp.eastus2.azmk8s.io tcp/443']);
    expect(ruleOf('aks-api-server-hosts', cluster('public', 'aks', { privateCluster: true }))).toBeUndefined();
    expect(ruleOf('aks-api-server-hosts', cluster('public', 'aks', { privateCluster: true }), old)).toBeDefined();
    expect(ruleOf('aks-api-server-hosts', cluster('china', 'aks', { privateCluster: true }))).toBeDefined();
  });

  it('is reached by its address when the profile gives it, and never by any address when it does not', () => {
    expect(said('aks-api-server-address', cluster('public', 'aks', { apiServer: '20.51.4.9' }))).toEqual([
      '20.51.4.9/32 tcp/443',
    ]);
    const { excluded } = plan(cluster('public', 'aks'), { edition: now });
    expect(excluded.find(({ requirement }) => requirement === 'aks-api-server-address')?.because).toEqual({
      kind: 'missing-name',
      fields: ['kubernetes.apiServer'],
    });
  });

  it('of one cluster stands in for the wildcard where only own names may be reached', () => {
    const { policy } = plan(cluster('public', 'aks', { clusterName: 'Contoso-dns-1a2b3c4d' }), {
      edition: old,
      breadth: 'strict',
    });
    const ids = policy.collections.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(ids).toContain('aks-cluster-api-host');
    expect(ids).not.toContain('aks-api-server-hosts');
  });
});

describe('DNS servers of the network', () => {
  it('are each reached on UDP 53, IPv6 as well', () => {
    const profile = { ...cluster('public', 'aks'), network: { dns: ['10.20.0.10', 'fd00::10'] } };
    expect(said('aks-dns', profile)).toEqual(['10.20.0.10/32 udp/53', 'fd00::10/128 udp/53']);
    expect(disputes(profile)).toContain('aks-dns-over-tcp');
  });

  it('are missing by their field where the profile names none', () => {
    const { excluded } = plan(cluster('public', 'aks'), { edition: now });
    expect(excluded.find(({ requirement }) => requirement === 'aks-dns')?.because).toEqual({
      kind: 'missing-name',
      fields: ['network.dns'],
    });
  });
});

it('sets the clock by a host on UDP 123', () => {
  expect(said('aks-time', cluster('public', 'aks'))).toEqual(['ntp.ubuntu.com udp/123']);
});

describe('what is switched on brings its own hosts and no others', () => {
  const logs = ['*.ods.opinsights.azure.com', '*.oms.opinsights.azure.com'];
  const notifications = [
    '*.guestnotificationservice.azure.com',
    '*.servicebus.windows.net',
    'guestnotificationservice.azure.com',
    'sts.windows.net',
  ];
  const monitored = [
    '*.prod.hot.ingest.monitor.core.windows.net',
    '*.prod.microsoftmetrics.com',
    '*.prod.warm.ingest.monitor.core.windows.net',
    'gcs.prod.monitoring.core.windows.net',
  ];
  it.each<readonly [name: string, kind: 'aks' | 'arc', on: Kubernetes, hosts: readonly string[]]>([
    ['GPU nodes', 'aks', { nodes: ['gpu'] }, ['download.docker.com', 'nvidia.github.io', 'us.download.nvidia.com']],
    [
      'Windows nodes',
      'aks',
      { nodes: ['windows'] },
      [
        '*.mp.microsoft.com',
        'ctldl.windowsupdate.com',
        'go.microsoft.com',
        'onegetcdn.azureedge.net',
        'www.msftconnecttest.com',
      ],
    ],
    ['Defender', 'aks', { addons: ['defender'] }, ['*.cloud.defender.microsoft.com', ...logs]],
    [
      'Azure Policy',
      'aks',
      { addons: ['azure-policy'] },
      ['data.policy.core.windows.net', 'store.policy.core.windows.net'],
    ],
    ['the Key Vault CSI driver', 'aks', { addons: ['key-vault-csi'] }, ['vault.azure.net']],
    ['workload identity', 'aks', { addons: ['workload-identity'] }, []],
    ['cost analysis', 'aks', { addons: ['cost-analysis'] }, []],
    [
      'Azure Monitor',
      'aks',
      { addons: ['azure-monitor'] },
      [
        '*.ingest.monitor.azure.com',
        '*.metrics.ingest.monitor.azure.com',
        '*.monitoring.azure.com',
        ...logs,
        'eastus2.handler.control.monitor.azure.com',
        'global.handler.control.monitor.azure.com',
      ],
    ],
    ['Cluster Connect', 'arc', { arc: ['cluster-connect'] }, notifications],
    ['custom locations', 'arc', { arc: ['custom-locations'] }, notifications],
    [
      'Azure RBAC with Cluster Connect',
      'arc',
      { arc: ['azure-rbac', 'cluster-connect'] },
      [...notifications, 'eastus2.obo.arc.azure.com'],
    ],
    ['IoT Operations', 'arc', { arc: ['iot-operations'] }, monitored],
    ['the Secret Store', 'arc', { arc: ['secret-store'] }, monitored],
    ['cert-manager', 'arc', { arc: ['cert-manager'] }, monitored],
  ])('%s', (_, kind, on, hosts) => {
    expect(gained(kind, on)).toEqual(hosts.toSorted());
  });

  it('cluster extensions, which Azure Machine Learning on AKS needs by default', () => {
    expect(said('cluster-configuration-hosts', cluster('public', 'aks'))).toEqual([
      'eastus2.dp.kubernetesconfiguration.azure.com tcp/443',
    ]);
    expect(ruleOf('cluster-configuration-hosts', cluster('public', 'aks', { addons: [] }))).toBeUndefined();
  });

  it('security updates, on HTTP and from the snapshot service on HTTPS', () => {
    expect(said('aks-security-update-hosts', cluster('public', 'aks'))).toEqual([
      'azure.archive.ubuntu.com tcp/80',
      'changelogs.ubuntu.com tcp/80',
    ]);
    expect(said('aks-snapshot-update-hosts', cluster('public', 'aks'))).toEqual(['snapshot.ubuntu.com tcp/443']);
    expect(ruleOf('aks-security-update-hosts', cluster('public', 'aks', { securityUpdates: false }))).toBeUndefined();
  });
});

describe('spellings of the pages that no firewall takes', () => {
  const arc = (cloud: Cloud): ProfileInput => ({ ...everythingOn(cloud), compute: { kubernetes: 'arc' } });

  it('lose scheme and slash, and a port becomes a port', () => {
    expect(said('arc-on-behalf-hosts', arc('public'))).toEqual(['eastus2.obo.arc.azure.com tcp/8084']);
    expect(said('arc-on-behalf-hosts', arc('usgov'))).toEqual(['usgovvirginia.obo.arc.azure.us tcp/8084']);
  });

  it('become a host where an image reference stands', () => {
    expect(said('arc-image-mirror-hosts', arc('china'))).toContain('dockerhub.azk8s.cn tcp/443');
  });

  it('become a wildcard where a name begins with a dot', () => {
    expect(said('aks-image-data-hosts', cluster('china', 'aks'), old)).toEqual(['*.data.mcr.microsoft.com tcp/443']);
  });
});

describe('names on which official pages disagree', () => {
  it.each<readonly [dispute: string, profile: ProfileInput]>([
    ['aks-key-vault-star', cluster('public', 'aks', { addons: ['key-vault-csi'] })],
    ['aks-key-vault-china', cluster('china', 'aks', { addons: ['key-vault-csi'] })],
    ['sign-in-names-china', cluster('china', 'aks', { addons: ['cost-analysis'] })],
    ['sign-in-names-china', cluster('china', 'arc')],
    ['aks-defender-china-retired', cluster('china', 'aks', { addons: ['defender'] })],
    ['aks-monitor-tag-or-hosts', cluster('public', 'aks', { addons: ['azure-monitor'] })],
    ['aks-monitor-public-names', cluster('usgov', 'aks', { addons: ['azure-monitor'] })],
    ['arc-graph-government', cluster('usgov', 'arc', { arc: ['azure-rbac'] })],
    ['arc-names-of-one-region', cluster('usgov', 'arc')],
    ['aks-time-of-new-nodes', cluster('public', 'aks')],
    ['aks-tunnel-tag', cluster('public', 'aks', { konnectivity: false })],
  ])('%s is pointed out', (dispute, profile) => {
    expect(disputes(profile)).toContain(dispute);
    expect(disputes({ ...profile, compute: { kubernetes: 'none' } })).not.toContain(dispute);
  });
});

describe('the tag for Azure Monitor and its hosts', () => {
  const profile = cluster('public', 'aks', { addons: ['azure-monitor'] });
  const ids = (addressing: 'service-tags' | 'hosts', edition: EditionId): readonly string[] =>
    plan(profile, { edition, addressing }).policy.collections.flatMap(({ rules }) => rules.map(({ id }) => id));

  it.each([old, now] as const)('are two forms of one need in edition %s', (edition) => {
    expect(ids('service-tags', edition)).toContain('azure-monitor-tag');
    expect(ids('service-tags', edition)).not.toContain('aks-monitor-hosts');
    expect(ids('hosts', edition)).toContain('aks-monitor-hosts');
    expect(ids('hosts', edition)).not.toContain('azure-monitor-tag');
  });
});
