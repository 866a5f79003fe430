import { readFileSync } from 'node:fs';
import { clouds, type Cloud } from '@azureml-firewall/rule-model';
import { expect, it } from 'vitest';
import { editionIds, factsIn, held } from './ask.js';

/** Domains in which a cloud has names of its own, and names of the public cloud that pages give to another. */
const { domains, lent } = JSON.parse(
  readFileSync(new URL('../../data/cloud-domains.json', import.meta.url), 'utf8'),
) as Readonly<Record<'domains' | 'lent', Readonly<Record<Cloud, readonly string[]>>>>;

/** Domains that belong to no cloud: content networks, tools and packages that every cloud uses. */
const neutral = [
  'aka.ms',
  'anaconda.com',
  'anaconda.org',
  'aznbcontent.net',
  'azureedge.net',
  'docker.com',
  'dockerproject.org',
  'exp-tas.com',
  'ghcr.io',
  'github.com',
  'github.io',
  'githubusercontent.com',
  'k8s.io',
  'launchpad.net',
  'mcr-msedge.net',
  'microsoft.com',
  'microsoftmetrics.com',
  'msecnd.net',
  'msftcloudes.com',
  'msftconnecttest.com',
  'nvidia.com',
  'pypi.org',
  'pythonhosted.org',
  'pytorch.org',
  'r-project.org',
  'tensorflow.org',
  'ubuntu.com',
  'visualstudio.com',
  'vsassets.io',
  'vscode-cdn.net',
  'vscode-unpkg.net',
  'vscode.dev',
  'windowsupdate.com',
];

/** Names of the public cloud that pages give to other clouds. */
const exceptions: Readonly<Record<string, string>> = {
  '*.in.applicationinsights.azure.com china': 'the table of monitoring hosts is not split by cloud',
  '*.in.applicationinsights.azure.com usgov': 'the table of monitoring hosts is not split by cloud',
  'dc.applicationinsights.azure.com china': 'the table of monitoring hosts is not split by cloud',
  'dc.applicationinsights.azure.com usgov': 'the table of monitoring hosts is not split by cloud',
  '*.instances.azureml.ms china': 'a row for China itself, since 2022',
  '*.instances.azureml.ms usgov': 'a row for Government itself, since 2022',
  '*.monitoring.azure.com china': 'the AKS page of 2021 does not split monitoring by cloud',
  '*.monitoring.azure.com usgov': 'the AKS page of 2021 does not split monitoring by cloud',
  '*.ods.opinsights.azure.com china': 'the AKS page of 2021 does not split monitoring by cloud',
  '*.ods.opinsights.azure.com usgov': 'the AKS page of 2021 does not split monitoring by cloud',
  '*.oms.opinsights.azure.com china': 'the AKS page of 2021 does not split monitoring by cloud',
  '*.oms.opinsights.azure.com usgov': 'the AKS page of 2021 does not split monitoring by cloud',
  'azurearctest.azurecr.io china': 'one row for every cloud (2021)',
  'azurearctest.azurecr.io usgov': 'one row for every cloud (2021)',
  'viennaglobal.azurecr.io china': 'one row for every cloud (2022)',
  'viennaglobal.azurecr.io usgov': 'one row for every cloud (2022)',
  'graph.windows.net china': 'a table for every cloud, disputed (graph-in-china)',
  'graph.windows.net usgov': 'a row for Government itself',
  'packages.aks.azure.com usgov': 'the AKS table of Government has the public download host',
  'sts.windows.net usgov': 'the Azure Arc list of Government has the public token host',
  'vscode.blob.core.windows.net china': 'Visual Studio Code is the same in every cloud',
  'vscode.blob.core.windows.net usgov': 'Visual Studio Code is the same in every cloud',
};

const isIn = (host: string, list: readonly string[]): boolean =>
  list.some((domain) => host === domain || host.endsWith(`.${domain}`) || host === `*${domain}`);

const hosts = held.flatMap(({ fact: { host, clouds: list } }) =>
  host === undefined || /^<(api-server|dns)>$/.test(host) ? [] : list.map((cloud) => ({ host, cloud })),
);
const bare = (host: string): string => host.split('/')[0] ?? host;

it('gives each cloud only hosts in domains of its own or of nobody, but for listed exceptions', () => {
  const foreign = hosts
    .filter(({ host, cloud }) => !isIn(bare(host), domains[cloud]) && !isIn(bare(host), neutral))
    .map(({ host, cloud }) => `${host} ${cloud}`);
  expect([...new Set(foreign)].toSorted()).toEqual(Object.keys(exceptions).toSorted());
});

it('gives no cloud but the two themselves a name in a domain of Government or China', () => {
  for (const home of ['usgov', 'china'] as const)
    expect(hosts.filter(({ host, cloud }) => cloud !== home && isIn(bare(host), domains[home]))).toEqual([]);
});

it('judges by domains of which each is still in use', () => {
  const unused = [...neutral, ...clouds.flatMap((cloud) => domains[cloud])].filter(
    (domain) => !hosts.some(({ host }) => isIn(bare(host), [domain])),
  );
  expect(unused).toEqual([]);
});

it('lends a cloud exactly the names of another that the newest edition gives to it', () => {
  const newest = editionIds.at(-1);
  if (newest === undefined) throw new Error('there is no edition');
  for (const cloud of clouds) {
    const foreign = factsIn(newest, cloud).flatMap(({ fact: { host = '' } }) => {
      const name = bare(host).replace(/^\*\.?/, '');
      return clouds.some((other) => other !== cloud && isIn(name, domains[other])) ? [name] : [];
    });
    expect([cloud, lent[cloud]]).toEqual([cloud, [...new Set(foreign)].toSorted()]);
  }
});
