import { roles, type ProfileInput } from './profile.js';

/** What a field of a profile holds: a flag, a text, one of some words, a list, a map, or fields of its own. */
export type Shape =
  | { readonly is: 'boolean' | 'string' }
  | { readonly is: 'word'; readonly words: readonly string[] }
  | { readonly is: 'list' | 'map'; readonly of: Shape }
  | { readonly is: 'sources'; readonly list: Shape; readonly byRole: Shape }
  | { readonly is: 'fields'; readonly fields: Readonly<Record<string, Shape>>; readonly needed: readonly string[] };

const flag: Shape = { is: 'boolean' };
const text: Shape = { is: 'string' };

function word(...words: readonly string[]): Shape {
  return { is: 'word', words };
}

function list(of: Shape): Shape {
  return { is: 'list', of };
}

function fields(of: Readonly<Record<string, Shape>>, ...needed: readonly string[]): Shape {
  return { is: 'fields', fields: of, needed };
}

const kubernetes = {
  workloads: list(word('training', 'inference')),
  clusterName: text,
  apiServer: text,
  endpointName: text,
  endpointAuth: word('key', 'entra-id'),
  privateCluster: flag,
  konnectivity: flag,
  podsUseApiServer: flag,
  securityUpdates: flag,
  nodes: list(word('gpu', 'windows')),
  addons: list(
    word(
      ...['azure-monitor', 'azure-policy', 'defender', 'key-vault-csi', 'cost-analysis', 'workload-identity'],
      'cluster-extensions',
    ),
  ),
  arc: list(
    word('cluster-connect', 'custom-locations', 'azure-rbac', 'iot-operations', 'secret-store', 'cert-manager'),
  ),
} satisfies Record<keyof NonNullable<ProfileInput['kubernetes']>, Shape>;

const sources: Shape = {
  is: 'sources',
  list: list(text),
  byRole: fields(Object.fromEntries(roles.map((role) => [role, list(text)]))),
};

const profile = {
  cloud: word('public', 'usgov', 'china'),
  region: text,
  storage: text,
  registry: text,
  workspaceId: text,
  hbi: flag,
  privateEndpoint: flag,
  compute: fields({ instances: flag, clusters: flag, publicIp: flag, kubernetes: word('none', 'aks', 'arc') }),
  kubernetes: fields(kubernetes),
  images: list(word('microsoft', 'custom')),
  userManagedDependencies: flag,
  packages: fields({ python: flag, r: flag, pytorch: flag, tensorflow: flag, ownIndex: flag }),
  tools: fields({
    studio: flag,
    notebooks: flag,
    vscode: list(word('web', 'desktop', 'remote')),
    rstudio: flag,
    automl: flag,
  }),
  monitoring: fields({ azureMonitor: word('public', 'private'), support: flag }),
  firewallBeforeStorage: flag,
  network: fields({ sources, dns: list(text), zones: { is: 'map', of: text } }),
  extra: list(fields({ to: text, tag: text, ports: list(text), because: text }, 'ports', 'because')),
} satisfies Record<keyof ProfileInput, Shape>;

/** The shape of a profile as people write it. */
export const profileShape: Shape = fields(profile, 'cloud', 'region');
