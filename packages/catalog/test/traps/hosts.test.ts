import { find, loadEdition, plan } from '@azureml-firewall/catalog';
import { clouds, parseDestination } from '@azureml-firewall/rule-model';
import { expect, it } from 'vitest';
import { everythingOn, everyWorkspace } from '../profiles.js';
import { disputed, editionIds, factsIn, held, originsOf, planned, plannedTo } from './ask.js';

const filled = (host: string): string => host.replace(/^<(api-server|dns)>$/, '192.0.2.1').replace(/<[a-z-]+>/g, 'x');
const hosts = [...new Set(held.flatMap(({ fact }) => fact.host ?? []))];

it('keeps the path of a page with its host, so that a filter of whole hosts has to say that it opens more', () => {
  const path = 'azureml_remote_websocket_server/*';
  const files = (edition: (typeof editionIds)[number]): unknown =>
    plan(everythingOn('public'), { edition })
      .policy.collections.flatMap(({ rules }) => rules)
      .find(({ id }) => id === 'vscode-remote-files')?.destinations;
  const raw = { kind: 'url', host: 'raw.githubusercontent.com', path: `/microsoft/vscode-tools-for-ai/master/${path}` };
  for (const edition of editionIds.slice(0, 3)) expect(files(edition)).toEqual([raw]);
  const page = { kind: 'url', host: 'github.com', path: `/microsoft/vscode-tools-for-ai/tree/master/${path}` };
  expect(files('2026-03-19')).toEqual([page]);
});

it('doubts that files come from a page of github.com, and says from where they may', () => {
  expect(disputed(everythingOn('public'), '2026-03-19')).toContain('vscode-websocket-files');
  expect(disputed(everythingOn('public'), '2023-04-14')).not.toContain('vscode-websocket-files');
});

it('holds hosts without scheme, port, slash at the end or dot at the beginning', () => {
  expect(hosts.filter((host) => /:|^\.|\/$/.test(host))).toEqual([]);
});

it('holds one host in each fact, however many stand in a cell', () => {
  expect(hosts.filter((host) => /[\s,;|]|<\/?br|\bor\b/i.test(host))).toEqual([]);
  const [first, second] = ['anaconda.com', '*.anaconda.com'].map((host) =>
    factsIn('2026-03-19').find(({ fact }) => fact.host === host),
  );
  expect(first?.fact.at).toEqual(second?.fact.at);
});

it('holds no escape, emphasis or markup of the page in a host', () => {
  const shape = /^(\*\.?)?[a-z0-9<][a-z0-9<>.-]*(\/[\w./<>:*-]+)?$/;
  expect(hosts.filter((host) => !shape.test(host))).toEqual([]);
});

it('means by a star any number of labels: a host of one workspace lies below *.azureml.ms', () => {
  const host = '00000000-0000-0000-0000-000000000000.workspace.eastus2.api.azureml.ms';
  for (const edition of editionIds)
    expect(find(host, { edition })).toContainEqual(
      expect.objectContaining({ destination: '*.azureml.ms', match: 'covers' }),
    );
});

it('fills in the region before it reads what stands under a star', () => {
  const [batch] = find('acct.eastus2.batch.azure.com', { edition: '2026-03-19' });
  expect(batch?.destination).toBe('*.<region>.batch.azure.com');
  const rules = plan(everythingOn('public')).policy.collections.flatMap((collection) => collection.rules);
  const parents = rules.flatMap(({ destinations }) =>
    destinations.flatMap((one) => (one.kind === 'wildcard' ? [one.parent] : [])),
  );
  expect(parents).toEqual(
    expect.arrayContaining([
      'eastus2.batch.azure.com',
      'eastus2.service.batch.azure.com',
      'tundra.eastus2.api.azureml.ms',
    ]),
  );
});

it('has one spelling for each placeholder, and leaves none in a plan', () => {
  const names = held.flatMap(({ fact }) => (fact.host ?? fact.tag ?? '').match(/<[^>]*>/g) ?? []);
  for (const name of names) expect(name).toMatch(/^<[a-z]+(-[a-z]+)*>$/);
  expect([...new Set(names)].filter((name) => /your|acr|account|location/i.test(name))).toEqual([]);
  for (const profile of clouds.flatMap(everyWorkspace))
    for (const edition of editionIds) expect(planned(profile, { edition }).join()).not.toMatch(/[<>]/);
});

it('takes the region of the workspace for that of its registry, as the article does', () => {
  const data = planned(everythingOn('public')).filter((line) => /^contosoacr\..*\.data\.azurecr\.io/.test(line));
  expect(data).toEqual(['contosoacr.eastus2.data.azurecr.io tcp/443']);
  const replica = [
    { to: 'contosoacr.westus2.data.azurecr.io', ports: ['tcp/443'], because: 'replica of the registry' },
  ];
  expect(planned({ ...everythingOn('public'), extra: replica })).toContain(
    'contosoacr.westus2.data.azurecr.io tcp/443',
  );
});

it('keeps a host that lies below a wider pattern when it has ports of its own', () => {
  const on = everythingOn('public');
  expect(plannedTo('*.azureml.ms', on)).toEqual(['*.azureml.ms tcp/443']);
  expect(plannedTo('*.instances.azureml.ms', on)).toEqual(
    ['443', '8787', '18881'].map((port) => `*.instances.azureml.ms tcp/${port}`),
  );
  expect(plannedTo('eastus2.tundra.azureml.ms', on)).toEqual(['eastus2.tundra.azureml.ms udp/5831']);
});

it.each([
  ['dc.applicationinsights.azure.com', '*.in.applicationinsights.azure.com'],
  ['mcr.microsoft.com', '*.data.mcr.microsoft.com'],
  ['instances.azureml.ms', '*.instances.azureml.ms'],
  ['anaconda.com', '*.anaconda.com'],
])('does not take %s for covered by %s', (host, pattern) => {
  expect(find(host, { edition: '2026-03-19' }).filter(({ destination }) => destination === pattern)).not.toContainEqual(
    expect.objectContaining({ match: 'covers' }),
  );
});

it('reads as a destination whatever the page prints with scheme or slash, once written down', () => {
  const bad = hosts.filter((host) => !parseDestination(filled(host)).ok);
  expect(bad).toEqual([]);
  expect(originsOf('vscode-remote-files', everythingOn('public'), '2026-03-19')).toEqual(['scenario-vscode/hosts#5']);
  expect(
    loadEdition('2026-03-19').requirements.find(({ id }) => id === 'vscode-remote-files')?.facts[0]?.printed,
  ).toMatch(/^https:/);
});
