import type { Edition } from '../edition/edition.js';
import { regionOfTag, suffixOf } from '../region.js';

/** A service tag in its real spelling, and whether an edition, or Azure itself, is known to use it. */
export interface KnownTag {
  readonly tag: string;
  readonly known: boolean;
}

/** Names that stand for a network rather than for a service: no tag file holds them. */
const ofTheNetwork = ['VirtualNetwork', 'AzureLoadBalancer', 'Internet'];

const base = (tag: string): string => tag.replace(/\.(<region>|region)$/, '');

/** Real names by every spelling that an edition knows, in lower case. */
function spellings({ requirements }: Edition): ReadonlyMap<string, string> {
  const facts = requirements.flatMap((requirement) => requirement.facts);
  const printed = facts.flatMap(({ tag, printed: name }) =>
    tag && name ? [[base(name).toLowerCase(), base(tag)] as const] : [],
  );
  const real = facts.flatMap(({ tag }) => (tag ? [[base(tag).toLowerCase(), base(tag)] as const] : []));
  return new Map([...printed, ...real, ...ofTheNetwork.map((tag) => [tag.toLowerCase(), tag] as const)]);
}

/**
 * The real spelling of a tag that a person wrote: `storage.eastus2` is Storage.EastUS2, `Keyvault.EastUS2` is
 * AzureKeyVault.EastUS2. A tag that nothing here knows is left as it is.
 */
export function realTag(edition: Edition, written: string): KnownTag {
  const region = regionOfTag(written);
  const name = region ? written.slice(0, written.lastIndexOf('.')) : written;
  const real = spellings(edition).get(name.toLowerCase());
  const suffix = region ? `.${suffixOf(region, name.toLowerCase() === 'azurecloud')}` : '';
  return { tag: `${real ?? name}${suffix}`, known: real !== undefined };
}
