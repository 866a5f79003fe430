import type { Fact } from '../edition/edition.js';
import type { Profile } from '../profile/profile.js';
import { suffixOf, type Region } from '../region.js';

/** A text with its placeholders replaced, and the fields of the profile that would be needed for the rest. */
export interface Filled {
  readonly text: string;
  readonly missing: readonly string[];
}

/** What stands for a placeholder of a host: the field of the profile that says it, and how to read it. */
interface Name {
  readonly field: string;
  readonly of: (profile: Profile) => string | undefined;
}

const names: Readonly<Record<string, Name>> = {
  storage: { field: 'storage', of: ({ storage }) => storage },
  registry: { field: 'registry', of: ({ registry }) => registry },
  'workspace-id': { field: 'workspaceId', of: ({ workspaceId }) => workspaceId },
  region: { field: 'region', of: ({ region }) => region },
  cluster: { field: 'kubernetes.clusterName', of: ({ kubernetes }) => kubernetes.clusterName },
  endpoint: { field: 'kubernetes.endpointName', of: ({ kubernetes }) => kubernetes.endpointName },
  'api-server': { field: 'kubernetes.apiServer', of: ({ kubernetes }) => kubernetes.apiServer },
  // Filled by expandFact, unless the profile names no server.
  dns: { field: 'network.dns', of: () => undefined },
};

/** The facts that one stands for: for `<dns>` one for each DNS server of the profile. */
export function expandFact(fact: Fact, { network }: Profile): readonly Fact[] {
  if (fact.host !== '<dns>' || network.dns.length === 0) return [fact];
  return network.dns.map((host) => ({ ...fact, host }));
}

/** Fills the placeholders of a host: regions by their ARM name, names in lower case as DNS knows them. */
export function fillHost(pattern: string, profile: Profile): Filled {
  const missing: string[] = [];
  const text = pattern.replace(/<([a-z-]+)>/g, (placeholder, name: string) => {
    const known = names[name];
    const value = known?.of(profile);
    if (value) return value.toLowerCase();
    missing.push(known?.field ?? name);
    return placeholder;
  });
  return { text, missing };
}

/** Fills the region of a service tag by the suffix that tag files use. */
export function fillTag(pattern: string, region: Region): string {
  const suffix = suffixOf(region, pattern.startsWith('AzureCloud.'));
  return pattern.replace('<region>', suffix);
}
