import { find } from '@azureml-firewall/catalog';
import { expect, it } from 'vitest';

const hits = (text: string, edition = '2026-03-19' as const): readonly string[] =>
  find(text, { edition }).map(({ requirement, match }) => `${requirement} ${match}`);

it.each([
  ['a host as it is printed', 'login.microsoftonline.com', 'entra-id-hosts same'],
  ['a host below a wildcard', 'foo.instances.azureml.ms', 'compute-instance-app-hosts covers'],
  ['a host of a wider wildcard as well', 'foo.instances.azureml.ms', 'azure-ml-api-hosts covers'],
  ['a host with the name of an account in it', 'contosoml.blob.core.windows.net', 'workspace-storage-hosts same'],
  ['a host with a region in it', 'eastus2.tundra.azureml.ms', 'compute-tundra-hosts same'],
  ['a domain of which hosts are asked for', 'azureml.ms', 'compute-tundra-hosts below'],
  ['an address with scheme, port and path', 'https://pypi.org:443/simple/', 'pypi-hosts same'],
  ['a tag by its real name', 'AzureKeyVault.EastUS2', 'key-vault-tag same'],
  ['a tag by the name that a page prints', 'Frontdoor.FirstParty', 'front-door-first-party-tag same'],
  ['a tag in whatever case', 'azuremachinelearning', 'azure-ml-tag same'],
  ['a port', '8787', 'azure-ml-tag same'],
  ['a port of a protocol', 'udp/5831', 'compute-tundra-hosts same'],
  ['a port inside a range', '8705', 'vscode-server-ports covers'],
  ['a port of any protocol', 'udp/443', 'batch-hosts same'],
  ['a wildcard below a wider one', '*.x.azureml.ms', 'azure-ml-api-hosts covers'],
  ['a wildcard as it is printed', '*.azureml.ms', 'azure-ml-api-hosts same'],
  ['a wildcard with a region in it', '*.eastus2.batch.azure.com', 'batch-hosts covers'],
  ['hosts below a wildcard', '*.azureml.ms', 'compute-tundra-hosts below'],
  ['a route by its tag', 'AzureMachineLearning', 'azure-ml-route same'],
  ['a port inside a cluster', '5001', 'router-to-models same'],
])('finds %s: %s', (_, text, hit) => {
  expect(hits(text)).toContain(hit);
});

it.each([
  ['the apex of a wildcard', 'instances.azureml.ms', 'compute-instance-app-hosts covers'],
  ['a look-alike', 'evilpypi.org', 'pypi-hosts same'],
  ['a tag that only begins alike', 'AzureMachineLearningInference', 'azure-ml-tag same'],
  ['a port of the other protocol', 'tcp/5831', 'compute-tundra-hosts same'],
  ['one host of a wildcard', '*.pypi.org', 'pypi-hosts covers'],
  ['one account of every account', '*.blob.core.windows.net', 'workspace-storage-hosts covers'],
  ['a star without a dot', '*azureml.ms', 'azure-ml-api-hosts covers'],
])('does not take %s for a match', (_, text, hit) => {
  expect(hits(text)).not.toContain(hit);
});

it('finds a look-alike where a page prints a star without a dot', () => {
  expect([
    ...new Set(find('evilpytorch.org', { edition: '2021-09-14' }).map(({ requirement }) => requirement)),
  ]).toEqual(['pytorch-hosts']);
});

it('searches every edition where none is named, closest first, then newest first', () => {
  const editions = find('BatchNodeManagement').map(({ edition }) => edition);
  expect(editions[0]).toBe('2026-03-19');
  expect(new Set(editions).size).toBe(4);
});

it('finds nothing for what no page speaks of', () => {
  expect(find('example.org')).toEqual([]);
  expect(find('')).toEqual([]);
});

it('tells a route by its kind, and by the tags that stand for its addresses, in the editions that have it', () => {
  const routes = find('BatchNodeManagement.EastUS2').filter(({ kind }) => kind === 'route');
  expect(
    routes.map(({ edition, requirement, destination, ports }) => [edition, requirement, destination, ports]),
  ).toEqual(
    ['2022-09-06', '2021-09-14'].map((edition) => [edition, 'batch-route', 'BatchNodeManagement.<region>', []]),
  );
  expect(find('8787').filter(({ kind }) => kind === 'route')).toEqual([]);
});

it('tells traffic inside a cluster apart from what passes a firewall', () => {
  const [inside] = find('tcp/5001', { edition: '2026-03-19' });
  expect(inside).toMatchObject({ kind: 'in-cluster', destination: 'deployed model pods in other namespaces' });
  expect(inside?.when).toContain('kubernetes.workloads has inference');
});
