import { clouds, type Cloud } from '@azureml-firewall/rule-model';
import { openRegions, type Draft } from './draft.js';
import type { AnyOf, OneOf, Question, Words } from './question.js';

type Flag<Key extends string> = readonly [key: Key, label: string];

/** Options for the boolean fields of a part of the profile. */
function flags<Part extends 'compute' | 'packages' | 'tools', Key extends string & keyof Draft[Part]>(
  part: Part,
  list: readonly Flag<Key>[],
): AnyOf['options'] {
  return list.map(([key, label]) => ({
    name: `${part}.${key}`,
    label,
    isOn: (draft) => draft[part][key] === true,
    apply: (draft, on) => ({ ...draft, [part]: { ...draft[part], [key]: on } }),
  }));
}

/** Options for the items of a list. */
function items<Item extends string>(
  list: readonly Flag<Item>[],
  get: (draft: Draft) => readonly Item[],
  set: (draft: Draft, items: readonly Item[]) => Draft,
): AnyOf['options'] {
  const order = list.map(([item]) => item);
  return list.map(([item, label]) => ({
    name: item,
    label,
    isOn: (draft) => get(draft).includes(item),
    apply: (draft, on) =>
      set(
        draft,
        order.filter((one) => (one === item ? on : get(draft).includes(one))),
      ),
  }));
}

const cloudLabels: Readonly<Record<Cloud, string>> = {
  public: 'Azure Public',
  usgov: 'Azure Government',
  china: 'Azure China (21Vianet)',
};

const cloud: OneOf = {
  kind: 'one-of',
  message: 'Which Azure cloud is the workspace in?',
  options: () =>
    clouds.map((name) => ({ name, label: cloudLabels[name], apply: (draft) => ({ ...draft, cloud: name }) })),
  chosen: (draft) => draft.cloud,
};

const region: OneOf = {
  kind: 'one-of',
  message: 'Which region?',
  options: (draft) =>
    openRegions
      .filter((one) => one.cloud === draft.cloud)
      .map(({ name, displayName }) => ({
        name,
        label: `${name} (${displayName})`,
        apply: (so) => ({ ...so, region: name }),
      })),
  chosen: (draft) => openRegions.find((one) => one.cloud === draft.cloud)?.name ?? draft.region,
};

function named(key: 'storage' | 'registry', message: string, placeholder: string): Words {
  return {
    kind: 'words',
    message: `${message} Rules that need its name are left out without it.`,
    placeholder,
    apply: ({ [key]: _, ...draft }, text) => (text.trim() === '' ? draft : { ...draft, [key]: text.trim() }),
  };
}

function yesNo(key: 'hbi' | 'privateEndpoint', message: string): OneOf {
  const option = (name: 'yes' | 'no') => ({
    name,
    label: name,
    apply: (draft: Draft): Draft => ({ ...draft, [key]: name === 'yes' }),
  });
  return {
    kind: 'one-of',
    message,
    options: () => [option('yes'), option('no')],
    chosen: (draft) => (draft[key] ? 'yes' : 'no'),
  };
}

function kubernetesOption(name: Draft['compute']['kubernetes'], label: string): ReturnType<OneOf['options']>[number] {
  return { name, label, apply: (draft) => ({ ...draft, compute: { ...draft.compute, kubernetes: name } }) };
}

const kubernetes: OneOf = {
  kind: 'one-of',
  message: 'Is a Kubernetes cluster attached as compute?',
  options: () => [
    kubernetesOption('none', 'none'),
    kubernetesOption('aks', 'Azure Kubernetes Service'),
    kubernetesOption('arc', 'a cluster connected by Azure Arc'),
  ],
  chosen: (draft) => draft.compute.kubernetes,
};

const workloads: AnyOf = {
  kind: 'any-of',
  message: 'What does the Kubernetes cluster run?',
  asks: (draft) => draft.compute.kubernetes !== 'none',
  options: items(
    [
      ['training', 'training'],
      ['inference', 'inference'],
    ],
    (draft) => draft.kubernetes.workloads,
    (draft, list) => ({ ...draft, kubernetes: { ...draft.kubernetes, workloads: list } }),
  ),
};

const monitoring: AnyOf = {
  kind: 'any-of',
  message: 'How do diagnostics travel?',
  options: [
    {
      name: 'support',
      label: 'Microsoft support may see diagnostics',
      isOn: (draft) => draft.monitoring.support,
      apply: (draft, support) => ({ ...draft, monitoring: { ...draft.monitoring, support } }),
    },
    {
      name: 'private',
      label: 'Azure Monitor is reached through a private link scope',
      isOn: (draft) => draft.monitoring.azureMonitor === 'private',
      apply: (draft, on) => ({
        ...draft,
        monitoring: { ...draft.monitoring, azureMonitor: on ? 'private' : 'public' },
      }),
    },
  ],
};

const sources: Words = {
  kind: 'words',
  message: 'Which prefixes does traffic come from? Separate them by commas; nothing means any address.',
  placeholder: '10.20.0.0/16',
  apply: (draft, text) => ({ ...draft, sources: text.split(/[\s,]+/).filter((prefix) => prefix !== '') }),
};

/** Where the workspace is: a region given on the command line answers both. */
export const whereQuestions: readonly Question[] = [cloud, region];

/** What the workspace is made of. */
export const whatQuestions: readonly Question[] = [
  named('storage', 'What is the default storage account called?', 'contosoml'),
  named('registry', 'What is the container registry called?', 'contosoacr'),
  yesNo('hbi', 'Was the workspace created with the hbi_workspace flag, for data of high business impact?'),
  yesNo('privateEndpoint', 'Does the workspace have a private endpoint?'),
  {
    kind: 'any-of',
    message: 'Which compute is used?',
    options: flags('compute', [
      ['instances', 'compute instances'],
      ['clusters', 'compute clusters'],
      ['publicIp', 'compute has public IP addresses'],
    ]),
  },
  kubernetes,
  workloads,
  {
    kind: 'any-of',
    message: 'Which Docker images are used?',
    options: items(
      [
        ['microsoft', "Microsoft's own"],
        ['custom', 'custom ones'],
      ],
      (draft) => draft.images,
      (draft, images) => ({ ...draft, images }),
    ),
  },
  {
    kind: 'any-of',
    message: 'Which packages are installed?',
    options: flags('packages', [
      ['python', 'Python: PyPI and Anaconda'],
      ['r', 'R: CRAN'],
      ['pytorch', 'PyTorch'],
      ['tensorflow', 'TensorFlow'],
      ['ownIndex', 'Python packages come from an index of your own'],
    ]),
  },
  {
    kind: 'any-of',
    message: 'Which tools are used?',
    options: [
      ...flags('tools', [
        ['studio', 'the studio in the browser'],
        ['notebooks', 'notebooks in the studio'],
        ['rstudio', 'RStudio'],
        ['automl', 'automated ML'],
      ]),
      ...items(
        [
          ['web', 'Visual Studio Code for the web'],
          ['desktop', 'Visual Studio Code on the desktop'],
          ['remote', 'Visual Studio Code, connected to a compute instance'],
        ],
        (draft) => draft.tools.vscode,
        (draft, vscode) => ({ ...draft, tools: { ...draft.tools, vscode } }),
      ),
    ],
  },
  monitoring,
  sources,
];
