import type { Diagnostic } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Profile } from '../profile/profile.js';
import { foreignHome } from './home-cloud.js';
import type { LiveHost } from './live-hosts.js';

/** What a reader should know of a host of the answer. */
function aboutHost({ text: host, categories }: LiveHost, { cloud }: Profile): readonly Diagnostic<CatalogCode>[] {
  const home = foreignHome(host, cloud);
  return [
    ...(home === undefined ? [] : [diagnose('catalog/live-foreign-cloud', { host, home, cloud })]),
    ...(categories.length > 1 ? [diagnose('catalog/live-several-categories', { host, categories })] : []),
  ];
}

/** What a reader should know of the answer as a policy. */
export function diagnoseLive(hosts: readonly LiveHost[], profile: Profile): readonly Diagnostic<CatalogCode>[] {
  const { sources } = profile.network;
  const anySource = Array.isArray(sources) && sources.length === 0;
  return [
    diagnose('catalog/live-incomplete', { hosts: hosts.length }),
    diagnose('catalog/live-protocol-assumed', { hosts: hosts.length, protocol: 'tcp' }),
    ...(anySource ? [diagnose('catalog/any-source', { field: 'network.sources' })] : []),
    ...hosts.flatMap((host) => aboutHost(host, profile)),
  ];
}
