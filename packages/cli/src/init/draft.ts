import { profileDefaults, regions, type Profile, type ProfileInput, type Region } from '@azureml-firewall/catalog';

/** The part of a profile that `init` asks for. */
export interface Draft extends Pick<
  Profile,
  | 'cloud'
  | 'region'
  | 'storage'
  | 'registry'
  | 'hbi'
  | 'privateEndpoint'
  | 'compute'
  | 'kubernetes'
  | 'images'
  | 'packages'
  | 'tools'
  | 'monitoring'
> {
  /** Prefixes that all traffic comes from. */
  readonly sources: readonly string[];
}

/** Where a workspace can be: regions that are not announced yet, or no longer open, are written by hand. */
export const openRegions: readonly Region[] = regions.filter(({ status }) => status === undefined);

/** A draft with every default, for a region. */
export function draftFor({ cloud, name: region }: Pick<Region, 'cloud' | 'name'>): Draft {
  const { hbi, privateEndpoint, compute, kubernetes, images, packages, tools, monitoring } = profileDefaults;
  return {
    cloud,
    region,
    ...{ hbi, privateEndpoint, compute, kubernetes, images, packages, tools, monitoring },
    sources: [],
  };
}

/** The profile that a draft stands for. */
export function profileOf({ sources, ...profile }: Draft): ProfileInput {
  return { ...profile, network: { sources } };
}
