import {
  applyChanges,
  changeFeed,
  compareWithLive,
  diffEditions,
  diffPlans,
  editions,
  find,
  history,
  impacts,
  loadEdition,
  plan,
  planEdition,
  planFromDependencies,
  ProfileError,
  requirementIds,
  select,
  type ProfileInput,
} from '@azureml-firewall/catalog';
import { clouds, entriesOf, type Rule } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everythingOff, everythingOn, everyWorkspace } from './profiles.js';
import { disputed, editionIds, planned, plannedTo } from './traps/ask.js';

const on = everythingOn('public');
const careful: ProfileInput = { cloud: 'public', region: 'eastus2', storage: 'contosoml' };
const rulesOf = (profile: ProfileInput, options: Parameters<typeof plan>[1] = {}): readonly Rule[] =>
  plan(profile, options).policy.collections.flatMap(({ rules }) => rules);

describe('a reader of last year', () => {
  it('tells what changed since a date, when, and how badly it matters', () => {
    const { gained, changes } = diffPlans(careful, '2021-09-14', '2026-03-19');
    const batch = changes.find(({ requirement }) => requirement === 'batch-tag');
    expect(gained).toContainEqual(expect.objectContaining({ requirement: 'batch-tag', services: ['tcp/443'] }));
    expect(batch).toMatchObject({ kind: 'added', from: '2021-09-14', to: '2026-03-19', impacts: ['new-destination'] });
    expect(batch?.advice).toMatch(/^Allow it before/);
    expect(history('batch-tag')?.versions[0]?.edition).toBe('2022-09-06');
    for (const change of changes) expect(impacts).toEqual(expect.arrayContaining([...change.impacts]));
  });

  it('gives data with a dated version to depend on, in place of a list to copy', () => {
    for (const { id, date, sources } of editions) {
      expect(date).toBe(id);
      expect(sources.every(({ url }) => url.startsWith('https://'))).toBe(true);
    }
    const feed = changeFeed('2023-04-14', '2026-03-19');
    expect(applyChanges(loadEdition('2023-04-14'), feed)).toEqual(loadEdition('2026-03-19'));
    for (const { added, removed, impacts: what } of feed.changes)
      expect(added.length + removed.length > 0 || !what.some((impact) => /destination|port$/.test(impact))).toBe(true);
  });

  it('says of each page when it was written, since pages upstream are older than the article', () => {
    const newest = editions.at(-1);
    expect(newest?.sources.every(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
    expect(newest?.sources.find(({ id }) => id === 'python-hosts')?.date).toBe('2023-06-12');
    expect(newest?.date).toBe('2026-03-19');
  });

  it('keeps what is no longer asked for by its id, with date, successor and what to do, and uses no id again', () => {
    expect(history('container-registry-tag')?.retired).toMatchObject({
      date: '2023-04-14',
      successor: 'workspace-registry-hosts',
    });
    const removed = editionIds
      .slice(1)
      .flatMap((to, i) => diffEditions(editionIds[i] ?? to, to).changes.filter(({ kind }) => kind === 'removed'));
    expect(removed.map(({ requirement }) => requirement)).toContain('batch-inbound-tag');
    for (const { requirement } of removed) {
      const then = editionIds.map((edition) => loadEdition(edition).requirements.some(({ id }) => id === requirement));
      const story = history(requirement);
      if (story?.retired) expect([requirement, then.at(-1)]).toEqual([requirement, false]);
      expect(requirementIds).toContain(requirement);
    }
  });
});

describe('a reader of two tables', () => {
  it('asks the same ports of a need by its tag and by its hosts', () => {
    for (const port of ['8787', '18881']) {
      expect(planned(on)).toContain(`AzureMachineLearning tcp/${port}`);
      expect(planned(on)).toContain(`*.instances.azureml.ms tcp/${port}`);
    }
    expect(planned(on, { addressing: 'hosts' })).toContain('*.instances.azureml.ms tcp/8787');
    expect(planned(on, { addressing: 'service-tags' })).toContain('AzureMachineLearning tcp/8787');
  });

  it('says that the service refuses to make compute without port 445, before that happens', () => {
    const { diagnostics } = plan(careful);
    const dispute = diagnostics.find(({ data }) => data['dispute'] === 'storage-smb-conditional');
    expect(dispute?.severity).toBe('warning');
    expect(dispute?.data['statements']).toContain("compute can't be created without port 445");
    expect(planned(careful)).toContain('contosoml.file.core.windows.net tcp/445');
    expect(planned({ ...careful, firewallBeforeStorage: true })).toContain('Storage.EastUS2 tcp/445');
  });

  it("never asks for Microsoft's registry without the front door that it hands out images by", () => {
    for (const edition of editionIds.slice(1))
      for (const profile of [...clouds.flatMap(everyWorkspace), careful, everythingOff('public')]) {
        const tags = planned(profile, { edition }).join();
        if (tags.includes('MicrosoftContainerRegistry')) expect(tags).toContain('AzureFrontDoor.FirstParty');
      }
  });

  it('tells hosts that no tag covers: with service tags they stay in the plan', () => {
    const uncovered = select({ scopes: ['workspace', 'automl'], cloud: 'public', direction: 'outbound' })
      .filter(({ facts, coveredBy }) => coveredBy === undefined && facts.some(({ host }) => host !== undefined))
      .map(({ id }) => id);
    expect(uncovered.toSorted()).toEqual(['automl-hosts', 'notebook-content-hosts']);
    const left = planned(on, { addressing: 'service-tags' });
    expect(left).toEqual(expect.arrayContaining(['*.aznbcontent.net tcp/443', 'aka.ms tcp/443']));
    expect(left.join()).not.toContain('login.microsoftonline.com');
  });

  it('claims nothing about hosts that no page speaks of, such as those of the sign-in page', () => {
    expect(find('aadcdn.msftauth.net')).toEqual([]);
  });
});

describe('a user outside the network', () => {
  it('asks for a browser only what a browser opens', () => {
    const browser = rulesOf(on, { roles: ['client-browser'] }).map(({ id }) => id);
    expect(browser).toEqual(expect.arrayContaining(['studio-hosts', 'notebook-hosts', 'entra-id-hosts']));
    for (const id of ['batch-tag', 'key-vault-hosts', 'anaconda-hosts', 'azure-storage-hosts'])
      expect(browser).not.toContain(id);
    const sources = { 'client-browser': ['192.0.2.0/24'], compute: ['10.20.0.0/24'] };
    const studio = rulesOf({ ...on, network: { sources } }).find(({ id }) => id === 'studio-hosts');
    expect(studio?.sources).toEqual([{ kind: 'cidr', prefix: '192.0.2.0/24' }]);
  });

  it('lists what an editor on a client opens, apart from compute', () => {
    const editor = rulesOf(on, { roles: ['client-ide'] }).map(({ id }) => id);
    expect(editor).toEqual(expect.arrayContaining(['vscode-desktop-hosts', 'vscode-extension-hosts', 'azure-ml-tag']));
    expect(editor).not.toContain('vscode-server-hosts');
    expect(rulesOf(on, { roles: ['compute'] }).map(({ id }) => id)).not.toContain('vscode-desktop-hosts');
  });

  it('shows ports whose protocol and destination no page says, and guesses neither', () => {
    const { excluded, diagnostics, policy } = plan(on);
    expect(excluded.find(({ requirement }) => requirement === 'vscode-server-ports')?.because).toEqual({
      kind: 'no-destination',
    });
    expect(diagnostics.find(({ code }) => code === 'catalog/no-destination')?.data['ports']).toEqual(['tcp/8704-8710']);
    expect(entriesOf(policy).filter(({ service }) => service.ports.some(({ from }) => from === 8704))).toEqual([]);
    const fact = select({ scopes: ['vscode'] }).find(({ id }) => id === 'vscode-server-ports')?.facts[0];
    expect(fact?.inferred).toContain('protocol');
  });

  it('says of ports that only users report that no page asks for them', () => {
    for (const port of ['8887', '8891']) expect(find(port, { edition: '2026-03-19' })).toEqual([]);
  });
});

describe('somebody who looks at one host', () => {
  it('tells why a host is there: what for, under which condition, since when and where it is printed', () => {
    const [first] = find('eastus.experiments.azureml.net', { edition: '2026-03-19' });
    expect(first).toMatchObject({ requirement: 'azure-ml-kubernetes-api-hosts', match: 'same' });
    expect(first?.when).toContain('compute.kubernetes');
    expect(first?.at[0]?.section).toBe('scenario-kubernetes');
    const story = history(first?.requirement ?? '');
    expect([story?.versions[0]?.edition, story?.purpose.length]).toEqual(['2022-09-06', expect.any(Number)]);
  });

  it('tells of a denied host which need it belongs to, or that no page asks for it', () => {
    const first = (host: string): string | undefined => find(host, { edition: '2026-03-19' })[0]?.requirement;
    expect(first('contosoml.blob.core.windows.net')).toBe('workspace-storage-hosts');
    expect(first('my-ci.eastus2.instances.azureml.ms')).toBe('azure-ml-api-hosts');
    expect(first('ocsp.digicert.com')).toBeUndefined();
  });

  it('keeps a domain and its wildcard apart, since one never stands for the other', () => {
    const anaconda = rulesOf(on).find(({ id }) => id === 'anaconda-hosts')?.destinations;
    expect(anaconda).toContainEqual({ kind: 'fqdn', host: 'anaconda.com' });
    expect(anaconda).toContainEqual({ kind: 'wildcard', parent: 'anaconda.com' });
    const apex = find('instances.azureml.ms', { edition: '2026-03-19' });
    expect(
      apex.filter(({ destination, match }) => destination === '*.instances.azureml.ms' && match === 'covers'),
    ).toEqual([]);
  });

  it('says what a wildcard means, so that a proxy with other habits can be told', () => {
    const kinds = new Set(rulesOf(on).flatMap(({ destinations }) => destinations.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual(['cidr', 'fqdn', 'service-tag', 'url', 'wildcard']);
  });

  it('shows a star without a dot as what it admits: names that only end alike', () => {
    const pytorch = rulesOf(on, { edition: '2021-09-14' }).find(({ id }) => id === 'pytorch-hosts');
    expect(pytorch?.destinations).toEqual([{ kind: 'suffix', suffix: 'pytorch.org' }]);
    const edition = '2021-09-14' as const;
    expect(find('evilpytorch.org', { edition })[0]?.requirement).toBe('pytorch-hosts');
    expect(find('evilpytorch.org', { edition: '2026-03-19' })).toEqual([]);
  });
});

describe('somebody who works with regions and tags', () => {
  it('does not narrow the tag of the service to a region in silence', () => {
    for (const breadth of ['strict', 'balanced', 'broad'] as const)
      for (const edition of editionIds)
        expect(planned(on, { edition, breadth }).filter((line) => line.startsWith('AzureMachineLearning.'))).toEqual(
          [],
        );
    expect(disputed(careful, '2026-03-19')).toContain('azure-ml-tag-regional');
  });

  it('takes a region by its ARM name only, and fills each tag with the name that it has there', () => {
    const france = { ...on, region: 'francecentral' };
    expect(planned(france)).toContain('Storage.FranceCentral tcp/443');
    expect(planned(france)).toContain('AzureCloud.centralfrance udp/1194');
    for (const region of ['centralfrance', 'France Central', 'southfrance', 'brazilse'])
      expect(() => plan({ ...on, region })).toThrow(ProfileError);
  });

  it('never splits a tag at a dot: names with dots of their own stay whole', () => {
    expect(planned(on)).toEqual(
      expect.arrayContaining(['AzureFrontDoor.Frontend tcp/443', 'AzureFrontDoor.FirstParty tcp/443']),
    );
    const about = (tag: string): ReadonlySet<string> => new Set(find(tag).map(({ destination }) => destination));
    expect(about('azurefrontdoor.frontend')).toEqual(new Set(['AzureFrontDoor.Frontend']));
    expect(about('AzureFrontDoor.Backend')).toEqual(new Set());
    expect(about('AzureFrontDoor')).toEqual(new Set());
    expect(about('storage.eastus2')).toEqual(new Set(['Storage.<region>']));
  });

  it('gives each cloud only names of its own, and refuses a region of another', () => {
    expect(planned(everythingOn('usgov')).filter((line) => /\.cn |chinaeast/.test(line))).toEqual([]);
    expect(planned(everythingOn('china')).filter((line) => /\.us |usgov/.test(line))).toEqual([]);
    expect(planned({ ...everythingOn('china'), hbi: true })).toContain('*.vault.azure.cn tcp/443');
    expect(() => plan({ cloud: 'usgov', region: 'chinaeast2' })).toThrow(ProfileError);
  });
});

describe('a reviewer', () => {
  it('narrows the catalog to what the workspace itself asks for, and says what only one of them knows', () => {
    const answer = [
      {
        properties: {
          category: 'Azure Storage',
          endpoints: [
            { domainName: 'contosoml.blob.core.windows.net', endpointDetails: [{ port: 443 }] },
            { domainName: 'other.blob.core.windows.net', endpointDetails: [{ port: 443 }] },
            { domainName: 'new.example', endpointDetails: [{ port: 443 }] },
          ],
        },
      },
    ];
    const live = planFromDependencies(answer, careful);
    if (!live.ok) throw new Error(live.refusal.expected);
    const { narrowed, onlyLive, onlyCatalog } = compareWithLive(plan(careful).policy, live.policy);
    expect(narrowed.find(({ destination }) => destination === '*.blob.core.windows.net')?.narrowedBy).toEqual([
      'contosoml.blob.core.windows.net',
      'other.blob.core.windows.net',
    ]);
    expect(onlyLive.map(({ destination }) => destination)).toEqual(['new.example']);
    expect(onlyCatalog.length).toBeGreaterThan(10);
  });

  it('sees how data could leave, why, and what to do about it, in the finding and at the rule', () => {
    const ways = plan(careful).diagnostics.filter(({ code }) => code === 'catalog/exfiltration-path');
    expect(ways.map(({ data }) => data['requirement'])).toEqual(
      expect.arrayContaining(['storage-tag', 'azure-storage-hosts', 'studio-hosts', 'front-door-frontend-tag']),
    );
    for (const { data } of ways) expect([data['risk'], data['mitigation'], data['source']]).not.toContain('');
    expect(rulesOf(careful).find(({ id }) => id === 'studio-hosts')?.caution).toContain('other tenants');
    const strict = planned(careful, { breadth: 'strict' });
    expect(strict.filter((line) => /^(Storage|\*\.blob)/.test(line))).toEqual([]);
  });

  it('gets the smallest set for a workspace, each rule with purpose, place and what leaves it out', () => {
    const least = everythingOff('public');
    const rules = rulesOf(least);
    expect(rules.length).toBeLessThan(rulesOf(careful).length);
    expect(rulesOf(careful).length).toBeLessThan(rulesOf(on).length);
    for (const { purpose, origins } of rules) {
      expect(purpose).not.toBe('');
      expect(origins.every(({ section, source }) => section !== '' && source.startsWith('https://'))).toBe(true);
    }
    const { excluded } = plan(least);
    expect(excluded.find(({ requirement }) => requirement === 'cran-hosts')?.because).toMatchObject({
      kind: 'condition',
      text: 'packages.r is true',
    });
  });

  it('never gets a rule with an empty list, whatever is asked for', () => {
    const options = (['both', 'hosts', 'service-tags'] as const).flatMap((addressing) =>
      (['strict', 'balanced', 'broad'] as const).map((breadth) => ({ addressing, breadth })),
    );
    const sparse = { network: { sources: { 'client-ide': ['10.9.0.0/24'] } } };
    for (const edition of editionIds)
      for (const cloud of clouds)
        for (const profile of [everythingOn(cloud), everythingOff(cloud), { ...everythingOn(cloud), ...sparse }])
          for (const option of options)
            for (const { id, sources, destinations, services, origins } of rulesOf(profile, { ...option, edition })) {
              const sizes = [sources, destinations, services, origins].map(({ length }) => length);
              expect([id, Math.min(...sizes, ...services.map(({ ports }) => ports.length)) > 0]).toEqual([id, true]);
            }
  }, 60_000);
});

describe('a neighbouring service', () => {
  it('brings its own requirements when a cluster is attached, told apart by their scope', () => {
    const scopesOf = (kubernetes: 'none' | 'aks' | 'arc'): ReadonlySet<string> => {
      const scopes = new Map(loadEdition('2026-03-19').requirements.map(({ id, scope }) => [id, scope]));
      const rules = rulesOf({ ...careful, compute: { kubernetes } });
      return new Set(rules.flatMap(({ origins }) => origins.map(({ requirement }) => scopes.get(requirement) ?? '')));
    };
    const added = (kind: 'aks' | 'arc'): readonly string[] =>
      [...scopesOf(kind)].filter((scope) => !scopesOf('none').has(scope)).toSorted();
    expect(added('aks')).toEqual(['aks', 'kubernetes']);
    expect(added('arc')).toEqual(['arc', 'kubernetes']);
  });

  it('can be planned from data of its own, since nothing in the planner knows a host', () => {
    const [requirement] = select({ scopes: ['workspace'] });
    if (!requirement) throw new Error('an edition has requirements');
    const other = {
      ...loadEdition('2026-03-19'),
      disputes: [],
      routes: [],
      requirements: [
        {
          ...requirement,
          id: 'tool-hosts',
          facts: [
            { host: '<region>.tool.example', clouds, ports: ['tcp/443'], at: [{ source: 'article', section: 'x' }] },
          ],
        },
      ],
    };
    const { policy } = planEdition(other, careful);
    expect(entriesOf(policy).map(({ id }) => id)).toEqual(['tool-hosts|eastus2.tool.example|tcp/443']);
    expect(plannedTo('eastus2.tool.example', careful)).toEqual([]);
  });
});
