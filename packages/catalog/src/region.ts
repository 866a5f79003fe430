import data from '../data/regions.json' with { type: 'json' };
import { accepted, refused, type Cloud, type Parsed } from '@azureml-firewall/rule-model';

/** An Azure region as far as names of hosts and service tags depend on it. */
export interface Region {
  /** ARM name: `eastus2`. */
  readonly name: string;
  readonly displayName: string;
  readonly cloud: Cloud;
  /** What follows the dot in regional service tags: `Storage.EastUS2`. */
  readonly tagSuffix: string;
  /** The region is documented, but no tag file at hand holds it: the suffix follows the pattern of the others. */
  readonly suffixUnverified?: boolean;
  /** What follows `AzureCloud.` where it is not the ARM name. */
  readonly azureCloudSuffix?: string;
  /** The paired region, seen from this one (pairs need not be mutual); null where none exists, absent where unknown. */
  readonly pair?: string | null;
  /** Anything but an ordinary region: `canary`, `stage`, `removed`, `unannounced-or-planned`. */
  readonly status?: string;
}

function regionsOf(file: { readonly regions: readonly unknown[] }): readonly Region[] {
  return file.regions as readonly Region[];
}

/** Every region with regional service tags: names, suffixes and pairs as of the date in the data file. */
export const regions: readonly Region[] = /* @__PURE__ */ regionsOf(data);

/** A region of a cloud by its ARM name. */
export function findRegion(cloud: Cloud, name: string): Parsed<Region> {
  const region = regions.find((one) => one.name === name);
  if (region?.cloud === cloud) return accepted(region);
  if (region)
    return refused(
      'profile/region-of-another-cloud',
      name,
      `a region of cloud ${cloud}; ${name} is in ${region.cloud}`,
    );
  const near = regions.find(
    (one) => one.displayName.toLowerCase().replaceAll(' ', '') === name.toLowerCase().replaceAll(/[ -]/g, ''),
  );
  const hint = near?.cloud === cloud ? ` (${near.name})` : '';
  return refused(
    'profile/unknown-region',
    name,
    `the ARM name of a region of cloud ${cloud}, such as ${exampleOf[cloud]}${hint}`,
  );
}

const exampleOf: Readonly<Record<Cloud, string>> = {
  public: 'eastus2',
  usgov: 'usgovvirginia',
  china: 'chinanorth3',
};

/** What follows the dot in a regional tag: AzureCloud alone has names of its own. */
export function suffixOf({ name, tagSuffix, azureCloudSuffix }: Region, ofCloud: boolean): string {
  return ofCloud ? (azureCloudSuffix ?? name) : tagSuffix;
}

/** The region that the last part of a service tag names, in whatever case: other dots belong to the tag's own name. */
export function regionOfTag(tag: string): Region | undefined {
  const suffix = tag.slice(tag.lastIndexOf('.') + 1).toLowerCase();
  if (!tag.includes('.')) return undefined;
  const ofCloud = /^azurecloud\./i.test(tag);
  return regions.find((region) => suffixOf(region, ofCloud).toLowerCase() === suffix);
}

/** Refuses a tag whose region lies in another cloud: it would hold no address there. */
export function parseTagRegion(cloud: Cloud, tag: string): Parsed<string> {
  const region = regionOfTag(tag);
  if (!region || region.cloud === cloud) return accepted(tag);
  return refused(
    'profile/region-of-another-cloud',
    tag,
    `a tag of cloud ${cloud}; ${region.name} is in ${region.cloud}`,
  );
}
