import { plan } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { everythingOn } from '../profiles.js';
import { held } from './ask.js';

/** Who has names below a parent: that decides whether a star reaches more than the need. */
const parents = {
  /** Microsoft alone: what lies below is the service itself. */
  microsoft: [
    'arc.azure.cn',
    'arc.azure.net',
    'azk8s.cn',
    'aznbcontent.net',
    'cloud.defender.microsoft.com',
    'data.mcr.azure.cn',
    'data.mcr.microsoft.com',
    'gallerycdn.vsassets.io',
    'guestnotificationservice.azure.cn',
    'guestnotificationservice.azure.com',
    'guestnotificationservice.azure.us',
    'his.arc.azure.cn',
    'his.arc.azure.com',
    'ingestion.msftcloudes.com',
    'microsoftmetrics.com',
    'modelmanagement.azureml.net',
    'modelmanagement.azureml.us',
    'modelmanagement.ml.azure.cn',
    'mp.microsoft.com',
    'prod.hot.ingest.monitor.core.windows.net',
    'prod.microsoftmetrics.com',
    'prod.warm.ingest.monitor.core.windows.net',
    'tundra.<region>.api.azureml.ms',
    'vscode-cdn.net',
    'vscode-unpkg.net',
    'vscode.dev',
    'vscodeexperiments.azureedge.net',
  ],
  /** One other owner, who runs all that lies below. */
  owner: ['anaconda.com', 'pythonhosted.org', 'pytorch.org', 'tensorflow.org'],
  /**
   * Workspaces of every tenant, reached only after sign-in to that tenant: Microsoft's page on data exfiltration calls the
   * risk of this service low, and the studio, where a person signs in, carries the note.
   */
  signIn: [
    'azureml.cn',
    'azureml.ms',
    'azureml.net',
    'instances.azureml.cn',
    'instances.azureml.ms',
    'instances.azureml.net',
    'instances.azureml.us',
    'ml.azure.cn',
    'ml.azure.us',
    'notebooks.azure.net',
    'notebooks.chinacloudapi.cn',
    'notebooks.usgovcloudapi.net',
    'workspace.<region>.api.azureml.ms',
  ],
} as const;

/** Hosts without a star whose one name serves accounts of anybody: they need the note as well. */
const sharedHosts = ['ghcr.io', 'github.com'];

const harmless = new Set<string>(Object.values(parents).flat());
const starred = held.filter(({ fact }) => fact.host?.startsWith('*'));
const parentOf = (host = ''): string => host.replace(/^\*\.?/, '');

describe('a wildcard', () => {
  it('has a note on what it reaches beyond the need, unless its parent has no other customers', () => {
    const silent = starred.filter(
      ({ requirement, fact }) => !harmless.has(parentOf(fact.host)) && requirement.exfiltration === undefined,
    );
    expect(silent.map(({ edition, requirement, fact }) => [edition, requirement.id, fact.host])).toEqual([]);
  });

  it('is judged by a list of parents of which each is still in use', () => {
    const used = new Set(starred.map(({ fact }) => parentOf(fact.host)));
    expect([...harmless].filter((parent) => !used.has(parent))).toEqual([]);
  });
});

it('has a note where one host serves accounts of anybody', () => {
  const shared = held.filter(({ fact }) => sharedHosts.includes(fact.host?.split('/')[0] ?? ''));
  expect(new Set(shared.map(({ fact }) => fact.host?.split('/')[0]))).toEqual(new Set(sharedHosts));
  expect(shared.filter(({ requirement }) => requirement.exfiltration === undefined)).toEqual([]);
});

it('has a note on tags that hold accounts of every customer, in every edition that asks for them', () => {
  const shared = /^(Storage|AzureKeyVault|AzureContainerRegistry|AzureFrontDoor\.Frontend|AzureMonitor|AzureCloud)\b/;
  const open = held.filter(({ fact }) => shared.test(fact.tag ?? ''));
  expect(open.length).toBeGreaterThan(0);
  expect(open.filter(({ requirement }) => requirement.exfiltration === undefined)).toEqual([]);
});

it('has no note where the edition asks for single names only', () => {
  const exact = held.filter(({ requirement }) => requirement.id === 'workspace-registry-hosts');
  const noted = exact.filter(({ requirement }) => requirement.exfiltration !== undefined);
  expect(new Set(noted.map(({ edition }) => edition))).toEqual(new Set(['2022-09-06']));
});

it('carries each note into a finding and into the rule', () => {
  const { diagnostics, policy } = plan(everythingOn('public'));
  const found = diagnostics.filter(({ code }) => code === 'catalog/exfiltration-path');
  const rules = policy.collections.flatMap((collection) => collection.rules);
  expect(found.map(({ data }) => data['requirement'])).toEqual(
    expect.arrayContaining(['storage-tag', 'diagnostics-hosts', 'studio-hosts', 'vscode-remote-files']),
  );
  for (const { data } of found) {
    const mine = rules.filter(({ origins }) => origins.some(({ requirement }) => requirement === data['requirement']));
    expect(mine.map(({ caution }) => caution)).toContain(data['risk']);
  }
});

/** Where pages print a star without a dot. Taken literally it also matches names of other owners that end alike. */
const withoutDot: Readonly<Record<string, readonly string[]>> = {
  '*blob.core.chinacloudapi.cn': ['2021-09-14'],
  '*pythonhosted.org': ['2021-09-14'],
  '*pytorch.org': ['2021-09-14', '2022-09-06'],
  '*vscode-cdn.net': ['2022-09-06'],
  '*vscode-unpkg.net': ['2022-09-06'],
  '*vscode.dev': ['2022-09-06'],
  '*vscodeexperiments.azureedge.net': ['2022-09-06'],
};

describe('a star without a dot', () => {
  it('stands only where a page of the edition prints it so', () => {
    const found = new Map<string, Set<string>>();
    for (const { edition, fact } of held)
      if (fact.host !== undefined && /^\*[^.]/.test(fact.host))
        found.set(fact.host, (found.get(fact.host) ?? new Set()).add(edition));
    expect(Object.fromEntries([...found].map(([host, editions]) => [host, [...editions]]))).toEqual(withoutDot);
  });

  it('stays what it is in a plan, so that each firewall has to say what it makes of look-alikes', () => {
    const { policy } = plan(everythingOn('public'), { edition: '2021-09-14' });
    const rules = policy.collections.flatMap((collection) => collection.rules);
    expect(rules.find(({ id }) => id === 'pytorch-hosts')?.destinations).toEqual([
      { kind: 'suffix', suffix: 'pytorch.org' },
    ]);
  });

  it('becomes the domain and a wildcard in the edition that prints both', () => {
    const hosts = held.flatMap(({ edition, requirement, fact }) =>
      edition === '2026-03-19' && requirement.id === 'pytorch-hosts' ? [fact.host] : [],
    );
    expect(hosts).toEqual(['pytorch.org', '*.pytorch.org']);
  });
});
