import type { Profile } from '../profile/profile.js';
import type { Region } from '../region.js';

/** A text with its placeholders replaced, and the fields of the profile that would be needed for the rest. */
export interface Filled {
  readonly text: string;
  readonly missing: readonly string[];
}

/** The fields of the profile behind the placeholders of hosts. */
const fields: Readonly<Record<string, 'storage' | 'registry' | 'workspaceId' | 'region'>> = {
  storage: 'storage',
  registry: 'registry',
  'workspace-id': 'workspaceId',
  region: 'region',
};

/** Fills the placeholders of a host: regions by their ARM name, names in lower case as DNS knows them. */
export function fillHost(pattern: string, profile: Profile): Filled {
  const missing: string[] = [];
  const text = pattern.replace(/<([a-z-]+)>/g, (placeholder, name: string) => {
    const field = fields[name];
    const value = field && profile[field];
    if (value) return value.toLowerCase();
    missing.push(field ?? name);
    return placeholder;
  });
  return { text, missing };
}

/** Fills the region of a service tag by the suffix that tag files use. */
export function fillTag(pattern: string, region: Region): string {
  const suffix = pattern.startsWith('AzureCloud.') ? (region.azureCloudSuffix ?? region.name) : region.tagSuffix;
  return pattern.replace('<region>', suffix);
}
