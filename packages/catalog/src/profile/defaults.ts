import type { Profile, ProfileInput } from './profile.js';

/** What holds where a profile says nothing. The reasons stand at the fields of `Profile`. */
export const profileDefaults = {
  hbi: false,
  privateEndpoint: true,
  compute: { instances: true, clusters: true, publicIp: false, kubernetes: 'none' },
  kubernetes: {
    workloads: ['training', 'inference'],
    endpointAuth: 'key',
    privateCluster: false,
    konnectivity: true,
    podsUseApiServer: true,
    securityUpdates: true,
    nodes: [],
    addons: ['cluster-extensions'],
    arc: [],
  },
  images: ['microsoft', 'custom'],
  userManagedDependencies: true,
  packages: { python: true, r: false, pytorch: false, tensorflow: false, ownIndex: false },
  tools: { studio: true, notebooks: true, vscode: [], rstudio: false, automl: false },
  monitoring: { azureMonitor: 'public', support: true },
  firewallBeforeStorage: false,
  network: { sources: [], dns: [], zones: {} },
  extra: [],
} as const satisfies Omit<Profile, 'cloud' | 'region'>;

/** What is present but undefined says nothing, as in code that passes optional values on. */
function said<T extends object>(value: T | undefined): Partial<T> {
  const entries = Object.entries(value ?? {}).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

/** A profile with every default filled in. */
export function completeProfile(input: ProfileInput): Profile {
  const { cloud, region } = input;
  return {
    ...profileDefaults,
    ...said(input),
    cloud,
    region,
    compute: { ...profileDefaults.compute, ...said(input.compute) },
    kubernetes: { ...profileDefaults.kubernetes, ...said(input.kubernetes) },
    packages: { ...profileDefaults.packages, ...said(input.packages) },
    tools: { ...profileDefaults.tools, ...said(input.tools) },
    monitoring: { ...profileDefaults.monitoring, ...said(input.monitoring) },
    network: { ...profileDefaults.network, ...said(input.network) },
  };
}
