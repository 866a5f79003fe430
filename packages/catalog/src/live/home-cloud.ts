import data from '../../data/cloud-domains.json' with { type: 'json' };
import { clouds, type Cloud } from '@azureml-firewall/rule-model';

function isBelow(host: string, domains: readonly string[]): boolean {
  const bare = host.replace(/^\*\.?/, '').replace(/\/.*$/, '');
  return domains.some((domain) => bare === domain || bare.endsWith(`.${domain}`));
}

/**
 * The other cloud in whose domains a host lies, or undefined: for hosts of the own cloud, of nobody, and for names of the
 * public cloud that the pages themselves give to this one.
 */
export function foreignHome(host: string, cloud: Cloud): Cloud | undefined {
  if (isBelow(host, data.domains[cloud]) || isBelow(host, data.lent[cloud])) return undefined;
  return clouds.find((other) => other !== cloud && isBelow(host, data.domains[other]));
}
