import data from '../../data/names.json' with { type: 'json' };
import type { Cloud } from '@azureml-firewall/rule-model';

const aliases = data.aliases.map(({ printed, tag }) => ({ printed: printed.toLowerCase(), tag }));

/** Tags that stand for addresses of your own network or for all others, and are in no document. */
export const virtualTags: readonly string[] = data.virtual;

/** The real spelling of a virtual tag, or undefined. */
export function virtualNamed(name: string): string | undefined {
  return virtualTags.find((tag) => tag.toLowerCase() === name.toLowerCase());
}

/** A name with the part that pages print otherwise put right (`Keyvault.EastUS2`); undefined where there is none. */
export function withoutAlias(name: string): string | undefined {
  const lower = name.toLowerCase();
  const alias = aliases.find(({ printed }) => lower === printed || lower.startsWith(`${printed}.`));
  return alias && alias.tag + name.slice(alias.printed.length);
}

/** Whether a tag is known never to have been in a document of a cloud. */
export function neverIn(cloud: Cloud, tag: string): boolean {
  return data.absent.some((one) => one.tag.toLowerCase() === tag.toLowerCase() && one.clouds.includes(cloud));
}
