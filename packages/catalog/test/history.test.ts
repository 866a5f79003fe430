import {
  applyChanges,
  changeFeed,
  diffEditions,
  diffPlans,
  editions,
  history,
  loadEdition,
  requirementIds,
  routeIds,
  select,
  type Statement,
} from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { everythingOn } from './profiles.js';

const pairs = editions.flatMap(({ id: from }) => editions.map(({ id: to }) => [from, to] as const));

describe('the change feed', () => {
  it.each(pairs)('from %s to %s, applied, gives the edition byte for byte', (from, to) => {
    const feed = JSON.parse(JSON.stringify(changeFeed(from, to))) as ReturnType<typeof changeFeed>;
    expect(JSON.stringify(applyChanges(loadEdition(from), feed))).toBe(JSON.stringify(loadEdition(to)));
  });

  it('is refused by an edition that it does not start from', () => {
    expect(() => applyChanges(loadEdition('2026-03-19'), changeFeed('2021-09-14', '2022-09-06'))).toThrow(RangeError);
  });

  it('has records that stand alone: what, when, impact and what to do', () => {
    for (const change of changeFeed('2021-09-14', '2022-09-06').changes) {
      expect(change).toMatchObject({ from: '2021-09-14', to: '2022-09-06', id: `2022-09-06/${change.requirement}` });
      expect(change.impacts.length).toBeGreaterThan(0);
      expect(change.purpose && change.advice && change.collection && change.scope).toBeTruthy();
      expect(change.before ?? change.after).toBeDefined();
    }
  });
});

describe('requirements through the editions', () => {
  const newest = editions.at(-1)?.id;
  const retired = requirementIds.filter((id) => history(id)?.versions.at(-1)?.edition !== newest);

  it('keep a tombstone with the date when they are no longer asked for, and only then', () => {
    const withTombstone = requirementIds.filter((id) => history(id)?.retired);
    expect(withTombstone.toSorted()).toEqual(retired.toSorted());
    for (const id of retired) {
      const { retired: tombstone, versions } = history(id) ?? {};
      const last = versions?.at(-1);
      const pages = last?.requirement.facts.flatMap(({ at }) => at.map(({ source }) => source)) ?? [];
      // An edition that only refers to the page can't say that the need is gone.
      const next = editions.find(
        (edition) =>
          edition.id > (last?.edition ?? '') &&
          !loadEdition(edition.id).references.some((reference) => pages.includes(reference.id)),
      );
      expect([id, tombstone?.date]).toEqual([id, next?.date]);
    }
  });

  it('name a successor that is asked for', () => {
    const successors = retired.flatMap((id) => history(id)?.retired?.successor ?? []);
    expect(successors.filter((id) => history(id)?.versions.at(-1)?.edition !== newest)).toEqual([]);
  });

  it('never come back once they are gone: an id is not used again', () => {
    for (const id of requirementIds) {
      const versions = history(id)?.versions ?? [];
      const pages = new Set(
        versions.flatMap(({ requirement }) => requirement.facts.flatMap(({ at }) => at.map(({ source }) => source))),
      );
      // An edition that only refers to the page of a requirement cannot say that it is gone.
      const held = editions.map(
        (edition) =>
          versions.some((version) => version.edition === edition.id) ||
          loadEdition(edition.id).references.some((reference) => pages.has(reference.id)),
      );
      expect([id, held.slice(held.indexOf(true), held.lastIndexOf(true) + 1).every(Boolean)]).toEqual([id, true]);
    }
  });

  it('are told apart from routes, which have a history of the same kind', () => {
    const batch = history('batch-route');
    expect(batch?.versions.map(({ edition }) => edition)).toEqual(['2021-09-14', '2022-09-06']);
    expect(batch?.changes.map(({ to, kind }) => [to, kind])).toEqual([
      ['2022-09-06', 'changed'],
      ['2023-04-14', 'removed'],
    ]);
    expect(history('azure-ml-route')?.changes.map(({ kind }) => kind)).toEqual(['changed', 'moved', 'moved']);
    for (const id of routeIds) expect(history(id)?.kind).toBe('route');
    for (const id of requirementIds) expect(history(id)?.kind).toBe('requirement');
    expect(routeIds.filter((id) => (requirementIds as readonly string[]).includes(id))).toEqual([]);
  });

  it('say of a route that ended when, what takes its place and what to do', () => {
    const { retired, changes } = history('batch-route') ?? {};
    expect(retired).toMatchObject({ date: '2023-04-14', successor: 'batch-tag' });
    expect(changes?.at(-1)).toMatchObject({ retired, advice: retired?.note });
    const newest = editions.at(-1)?.id ?? '2026-03-19';
    const ended = routeIds.filter((id) => loadEdition(newest).routes.every((route) => route.id !== id));
    expect(routeIds.filter((id) => history(id)?.retired)).toEqual(ended);
  });

  it('has not ended to an edition before its end', () => {
    const { changes } = diffEditions('2022-09-06', '2021-09-14');
    const inbound = changes.find(({ requirement }) => requirement === 'cluster-inbound-network');
    expect([inbound?.kind, inbound?.retired]).toEqual(['removed', undefined]);
  });

  it('are unknown by an id that was never used', () => {
    expect(history('no-such-requirement')).toBeUndefined();
  });
});

describe('from 2021-09-14 to 2026-03-19, the data alone shows that', () => {
  const { changes } = diffEditions('2021-09-14', '2026-03-19');
  const of = (requirement: string): (typeof changes)[number] | undefined =>
    changes.find((change) => change.requirement === requirement);
  const said = (statements: readonly Statement[] = []): readonly string[] =>
    statements.map(({ destination, port }) => `${destination} ${port}`);
  const added = (requirement: string): readonly string[] => said(of(requirement)?.added);
  const removed = (requirement: string): readonly string[] => said(of(requirement)?.removed);

  it('outbound tags were added', () => {
    expect(added('batch-tag')).toEqual(['BatchNodeManagement.<region> tcp/443']);
    expect(added('front-door-first-party-tag')).toEqual(['AzureFrontDoor.FirstParty tcp/443']);
    expect(added('azure-monitor-tag')).toEqual(['AzureMonitor tcp/443']);
    expect(added('private-endpoints-network')).toEqual(['VirtualNetwork tcp/443']);
  });

  it('tags were removed', () => {
    expect(removed('batch-inbound-tag')).toEqual(['BatchNodeManagement tcp/29876-29877']);
    expect(removed('container-registry-tag')).toEqual(['AzureContainerRegistry.<region> tcp/443']);
  });

  it('two inbound tags came and went with one edition', () => {
    for (const id of ['cluster-inbound-network', 'cluster-inbound-load-balancer'])
      expect(history(id)?.versions.map(({ edition }) => edition)).toEqual(['2022-09-06']);
  });

  it('sign-in was narrowed from every port to 80 and 443', () => {
    expect(added('entra-id-tag')).toEqual(['AzureActiveDirectory tcp/80', 'AzureActiveDirectory tcp/443']);
    expect(removed('entra-id-tag')).toEqual(['AzureActiveDirectory tcp/*']);
  });

  it('the Azure Machine Learning tag gained 8787, 18881 and UDP 5831', () => {
    expect(added('azure-ml-tag')).toEqual(
      ['8787', '18881'].map((port) => `AzureMachineLearning tcp/${port}`).concat('AzureMachineLearning udp/5831'),
    );
  });

  it('inbound 44224 now depends on a public IP', () => {
    expect(of('azure-ml-inbound-tag')?.impacts).toEqual(['condition']);
  });

  it('Storage gained a conditional 445', () => {
    expect(added('storage-smb-tag')).toEqual(['Storage.<region> tcp/445']);
    expect(of('storage-smb-tag')?.added[0]?.when).toBe('firewallBeforeStorage is true');
  });

  it("Microsoft's registry became global and unconditional", () => {
    expect(added('microsoft-container-registry-tag')).toEqual(['MicrosoftContainerRegistry tcp/443']);
    expect(of('microsoft-container-registry-tag')?.added[0]?.when).toBeUndefined();
  });

  it.each([
    ['notebook-content-hosts', '*.aznbcontent.net tcp/443'],
    ['compute-instance-app-hosts', '*.instances.azureml.ms tcp/8787'],
    ['compute-instance-app-hosts', '*.instances.azureml.ms tcp/18881'],
    ['microsoft-container-registry-hosts', '*.data.mcr.microsoft.com tcp/443'],
    ['diagnostics-hosts', '*.in.applicationinsights.azure.com tcp/443'],
    ['compute-tundra-hosts', '<region>.tundra.azureml.ms udp/5831'],
    ['compute-tundra-hosts', '<region>.tundra.azureml.us udp/5831'],
    ['compute-tundra-hosts', '<region>.tundra.azureml.cn udp/5831'],
    ['compute-tundra-hosts', '*.tundra.<region>.api.azureml.ms udp/5831'],
    ['azure-ml-api-hosts', '*.azureml.net tcp/443'],
    ['azure-ml-api-hosts', '*.azureml.cn tcp/443'],
    ['model-management-hosts', '*.modelmanagement.azureml.net tcp/443'],
    ['model-management-hosts', '*.modelmanagement.azureml.us tcp/443'],
    ['model-management-hosts', '*.modelmanagement.ml.azure.cn tcp/443'],
    ['automl-hosts', 'automlresources-prod.azureedge.net tcp/443'],
    ['automl-hosts', 'aka.ms tcp/443'],
    ['batch-hosts', '*.<region>.batch.azure.com any/443'],
    ['batch-hosts', '*.<region>.service.batch.azure.com any/443'],
    ['azure-storage-hosts', '*.blob.core.chinacloudapi.cn tcp/443'],
    ['workspace-file-share-hosts', '<storage>.file.core.windows.net tcp/445'],
    ['vscode-web-hosts', '*.vscode.dev tcp/443'],
    ['vscode-web-hosts', '*.vscode-unpkg.net tcp/443'],
    ['vscode-web-hosts', '*.vscode-cdn.net tcp/443'],
    ['vscode-web-hosts', '*.vscodeexperiments.azureedge.net tcp/443'],
    ['vscode-web-hosts', 'default.exp-tas.com tcp/443'],
    ['vscode-desktop-hosts', 'code.visualstudio.com tcp/443'],
    ['vscode-extension-hosts', 'marketplace.visualstudio.com tcp/443'],
    ['vscode-extension-hosts', 'vscode.blob.core.windows.net tcp/443'],
    ['vscode-extension-hosts', '*.gallerycdn.vsassets.io tcp/443'],
    ['vscode-download-hosts', 'vscode.download.prss.microsoft.com tcp/443'],
    [
      'vscode-remote-files',
      'github.com/microsoft/vscode-tools-for-ai/tree/master/azureml_remote_websocket_server/* tcp/443',
    ],
    ['vscode-server-ports', '? tcp/8704-8710'],
    ['rstudio-image-hosts', 'ghcr.io tcp/443'],
    ['rstudio-image-hosts', 'pkg-containers.githubusercontent.com tcp/443'],
    ['pytorch-hosts', 'pytorch.org tcp/443'],
    ['pytorch-hosts', '*.pytorch.org tcp/443'],
    ['python-file-hosts', '*.pythonhosted.org tcp/443'],
    ['kubernetes-log-hosts', '*.kusto.windows.net tcp/443'],
    ['azure-storage-hosts', '*.table.core.windows.net tcp/443'],
    ['azure-storage-hosts', '*.queue.core.windows.net tcp/443'],
    ['workspace-registry-hosts', '<registry>.<region>.data.azurecr.io tcp/443'],
    ['workspace-storage-hosts', '<storage>.blob.core.windows.net tcp/443'],
    ['azure-ml-kubernetes-api-hosts', '<workspace-id>.workspace.<region>.api.azureml.ms tcp/443'],
    ['azure-ml-kubernetes-api-hosts', '<region>.experiments.azureml.net tcp/443'],
    ['azure-ml-kubernetes-api-hosts', '<region>.api.azureml.ms tcp/443'],
    ['ubuntu-hosts', 'archive.ubuntu.com tcp/80'],
    ['ubuntu-hosts', 'security.ubuntu.com tcp/80'],
    ['ubuntu-hosts', 'ppa.launchpad.net tcp/80'],
    ['aks-image-cache-hosts', 'mcr-0001.mcr-msedge.net tcp/443'],
    ['aks-binary-hosts', 'packages.aks.azure.com tcp/443'],
    ['aks-image-cache-hosts', 'mcr.azure.cn tcp/443'],
    ['aks-snapshot-update-hosts', 'snapshot.ubuntu.com tcp/443'],
    ['aks-gpu-driver-hosts', 'download.docker.com tcp/443'],
    ['aks-defender-hosts', '*.cloud.defender.microsoft.com tcp/443'],
    ['key-vault-hosts', 'vault.azure.net tcp/443'],
  ])('%s gained %s', (requirement, statement) => {
    expect(added(requirement)).toContain(statement);
  });

  it.each([
    ['prebuilt-image-hosts', 'azurearctest.azurecr.io tcp/443'],
    [
      'vscode-remote-files',
      'raw.githubusercontent.com/microsoft/vscode-tools-for-ai/master/azureml_remote_websocket_server/* tcp/443',
    ],
    ['pytorch-hosts', '*pytorch.org tcp/443'],
    ['python-file-hosts', '*pythonhosted.org tcp/443'],
    ['azure-storage-hosts', '*blob.core.chinacloudapi.cn tcp/443'],
    ['studio-hosts', 'ml.azure.com tcp/80'],
    ['aks-gpu-driver-hosts', 'apt.dockerproject.org tcp/443'],
  ])('%s lost %s', (requirement, statement) => {
    expect(removed(requirement)).toContain(statement);
  });

  it.each([
    ['notebook-content-hosts', '*.aznbcontent.net'],
    ['compute-instance-app-hosts', '*.instances.azureml.ms'],
  ])('%s gained %s for Azure Government and Azure China, whose cells were empty', (requirement, host) => {
    const cloudsOf = (edition: 'before' | 'after'): readonly string[] => [
      ...new Set(of(requirement)?.[edition]?.facts.flatMap((fact) => (fact.host === host ? fact.clouds : []))),
    ];
    expect(cloudsOf('before')).toEqual(['public']);
    expect(cloudsOf('after').toSorted()).toEqual(['china', 'public', 'usgov']);
  });

  it('the own storage account is mentioned a second time, for compute', () => {
    const blobs = of('workspace-storage-hosts')?.after?.facts.filter(({ host = '' }) =>
      host.startsWith('<storage>.blob.core.windows'),
    );
    expect(blobs?.flatMap(({ at }) => at.map(({ section }) => section))).toEqual(
      expect.arrayContaining([
        'third-party-firewall/azure-machine-learning-hosts',
        'third-party-firewall/compute-hosts',
      ]),
    );
  });

  it('what AKS asks for stayed the same for its tunnel, its clock and Azure Policy but for places in print', () => {
    for (const id of ['aks-time', 'aks-dns', 'aks-policy-hosts'])
      expect([id, of(id)?.impacts ?? ['places']]).toEqual([id, ['places']]);
    expect([of('aks-tunnel')?.added, of('aks-tunnel')?.removed].flat().every((one) => one?.when)).toBe(true);
    expect(of('aks-tunnel')?.impacts).toEqual(['condition']);
    for (const id of ['aks-windows-hosts', 'aks-api-server-hosts'])
      expect(added(id).filter((one) => !removed(id).includes(one))).toEqual([]);
  });

  it('the directory graph stays for public and Government, and no longer for China', () => {
    expect(removed('azure-ad-graph-hosts')).toContain('graph.windows.net tcp/443');
    const now = history('azure-ad-graph-hosts')
      ?.versions.at(-1)
      ?.requirement.facts.find(({ host }) => host === 'graph.windows.net');
    expect(now?.clouds).toEqual(['public', 'usgov']);
  });

  it('the route for Azure Batch was dropped, and the other now depends on a public IP', () => {
    const { routes } = diffEditions('2021-09-14', '2026-03-19');
    expect(routes.map(({ route, kind }) => [route, kind])).toEqual([
      ['azure-ml-route', 'changed'],
      ['batch-route', 'removed'],
    ]);
    expect(diffEditions('2022-09-06', '2023-04-14').routes.map(({ id }) => id)).toContain('2023-04-14/batch-route');
  });

  it('clusters gained traffic inside them, which network policies must let pass', () => {
    const { inCluster } = diffEditions('2021-09-14', '2026-03-19');
    const held = loadEdition('2026-03-19').inCluster;
    expect(inCluster.map(({ item, kind }) => [item, kind])).toEqual(held.map(({ id }) => [id, 'added']));
    expect(inCluster.find(({ item }) => item === 'router-to-models')).toMatchObject({
      id: '2026-03-19/router-to-models',
      from: '2021-09-14',
      to: '2026-03-19',
      advice: expect.stringContaining('network policies') as string,
      after: { ports: ['tcp/5001'] },
    });
    expect(diffEditions('2023-04-14', '2026-03-19').inCluster).toEqual([]);
  });

  it('compute without public addresses needs a way out, and WebSockets must pass', () => {
    const { prerequisites } = diffEditions('2021-09-14', '2026-03-19');
    expect(prerequisites.map(({ item, kind }) => [item, kind])).toEqual([
      ['way-to-the-internet', 'added'],
      ['websockets-to-instances', 'added'],
    ]);
    for (const { advice, after } of prerequisites) expect(advice).toBe(after?.text);
    const back = diffEditions('2026-03-19', '2021-09-14').prerequisites;
    expect(back.map(({ kind }) => kind)).toEqual(['removed', 'removed']);
  });

  it('sign-in ports are stated now, and the port of the key vault tag no longer is', () => {
    expect(of('entra-id-hosts')?.impacts).toContain('ports-stated');
    expect(of('key-vault-tag')?.impacts).toContain('ports-inferred');
  });
});

describe('a page that one of two editions only refers to', () => {
  const { changes } = diffEditions('2021-09-14', '2022-09-06');

  it('is no reason to call what it asks for removed', () => {
    const aks = changes.filter(({ scope }) => scope === 'aks');
    expect(aks.length).toBeGreaterThan(10);
    expect(new Set(aks.map(({ kind }) => kind))).toEqual(new Set(['not-held']));
    expect(aks.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
  });

  it('does not hide what other pages changed in the same requirement', () => {
    const images = changes.find(({ requirement }) => requirement === 'microsoft-container-registry-hosts');
    expect(images?.added).toContainEqual(expect.objectContaining({ destination: '*.data.mcr.microsoft.com' }));
  });

  it('takes nothing away from a workspace that uses it', () => {
    const { gained, lost } = diffPlans(everythingOn('public'), '2021-09-14', '2022-09-06');
    expect([...gained, ...lost].filter(({ requirement }) => requirement.startsWith('aks-'))).toEqual([]);
  });
});

describe('what two editions mean for one workspace', () => {
  const profile = { ...everythingOn('public'), tools: { vscode: [] }, packages: { python: true } };

  it('names what is gained and lost with its ports, names filled in', () => {
    const { gained, lost, changes } = diffPlans(profile, '2021-09-14', '2026-03-19');
    expect(gained).toContainEqual(
      expect.objectContaining({
        requirement: 'batch-tag',
        destination: 'BatchNodeManagement.EastUS2',
        services: ['tcp/443'],
      }),
    );
    expect(gained).toContainEqual(
      expect.objectContaining({ requirement: 'azure-ml-tag', services: ['tcp/8787', 'tcp/18881', 'udp/5831'] }),
    );
    expect(lost).toContainEqual(
      expect.objectContaining({
        requirement: 'batch-inbound-tag',
        direction: 'inbound',
        destination: 'BatchNodeManagement',
      }),
    );
    expect(changes.map(({ requirement }) => requirement)).toContain('batch-tag');
  });

  it('names the routes that it no longer needs', () => {
    const { routes } = diffPlans(profile, '2022-09-06', '2023-04-14');
    expect(routes.map(({ route, kind }) => [route, kind])).toEqual([['batch-route', 'removed']]);
    const off = { ...profile, compute: { instances: false, clusters: false } };
    expect(diffPlans(off, '2022-09-06', '2023-04-14').routes).toEqual([]);
  });

  it('says of each rule what to do: allow it, or what its end means', () => {
    const { gained, lost } = diffPlans(profile, '2021-09-14', '2026-03-19');
    for (const { advice } of gained) expect(advice).toMatch(/^Allow it before it is missed/);
    const adviceOf = (id: string): string | undefined => lost.find(({ requirement }) => requirement === id)?.advice;
    expect(adviceOf('batch-inbound-tag')).toBe(history('batch-inbound-tag')?.retired?.note);
    expect(adviceOf('studio-hosts')).toMatch(/^The rule can be removed once nothing of the older kind/);
  });

  it('names a route that its condition no longer asks of it, though the edition has it', () => {
    const closed = { ...profile, compute: { publicIp: false } };
    const { routes } = diffPlans(closed, '2021-09-14', '2022-09-06');
    expect(routes.map(({ route, kind }) => [route, kind])).toEqual([
      ['azure-ml-route', 'removed'],
      ['batch-route', 'removed'],
    ]);
    expect(routes[0]?.advice).toContain('compute.publicIp is true');
  });

  it('names traffic inside its cluster, and what else it has to see to, only where it is so', () => {
    const cluster = { ...profile, compute: { instances: false, publicIp: true, kubernetes: 'aks' } } as const;
    const one = diffPlans(cluster, '2022-09-06', '2023-04-14');
    expect(one.inCluster.map(({ item }) => item)).toContain('router-to-models');
    expect(one.prerequisites).toEqual([]);
    const training = { ...cluster, kubernetes: { workloads: ['training'] } } as const;
    expect(diffPlans(training, '2022-09-06', '2023-04-14').inCluster.map(({ item }) => item)).not.toContain(
      'router-to-models',
    );
    const none = diffPlans({ ...profile, compute: { publicIp: false } }, '2022-09-06', '2023-04-14');
    expect(none.inCluster).toEqual([]);
    expect(none.prerequisites.map(({ item }) => item)).toEqual(['way-to-the-internet']);
  });

  it('leaves out what the workspace does not use', () => {
    const { gained } = diffPlans(profile, '2021-09-14', '2026-03-19');
    expect(gained.filter(({ requirement }) => requirement.startsWith('vscode'))).toEqual([]);
  });

  it('is empty for an edition and itself', () => {
    expect(diffPlans(profile, '2022-09-06', '2022-09-06')).toMatchObject({
      gained: [],
      lost: [],
      routes: [],
      inCluster: [],
      prerequisites: [],
      changes: [],
    });
  });
});

describe('select', () => {
  it('gives the requirements of a scope, with only the facts of a cloud', () => {
    const selected = select({ edition: '2026-03-19', scopes: ['workspace'], cloud: 'china', direction: 'outbound' });
    expect(selected.every(({ scope, direction }) => scope === 'workspace' && direction === 'outbound')).toBe(true);
    expect(selected.flatMap(({ facts }) => facts).every(({ clouds }) => clouds.includes('china'))).toBe(true);
    expect(selected.map(({ id }) => id)).not.toContain('automl-hosts');
  });

  it('takes the newest edition where none is named', () => {
    expect(select()).toEqual(select({ edition: '2026-03-19' }));
    expect(select({ roles: ['client-ide'], edition: '2022-09-06' }).map(({ id }) => id)).toContain(
      'vscode-desktop-hosts',
    );
  });
});
