import { clouds, type Cloud } from '@azureml-firewall/rule-model';

/** The clouds for which something holds, as a table shows them. */
export function cloudsText(some: readonly Cloud[]): string {
  return clouds.every((cloud) => some.includes(cloud)) ? 'all' : some.join(', ');
}
