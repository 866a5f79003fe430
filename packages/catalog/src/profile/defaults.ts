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

/** A profile with every default filled in. */
export function completeProfile(input: ProfileInput): Profile {
  return {
    ...profileDefaults,
    ...input,
    compute: { ...profileDefaults.compute, ...input.compute },
    kubernetes: { ...profileDefaults.kubernetes, ...input.kubernetes },
    packages: { ...profileDefaults.packages, ...input.packages },
    tools: { ...profileDefaults.tools, ...input.tools },
    monitoring: { ...profileDefaults.monitoring, ...input.monitoring },
    network: { ...profileDefaults.network, ...input.network },
  };
}
