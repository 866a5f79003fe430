import { destinationText, type Entry, type UrlPath } from '@azureml-firewall/rule-model';
import {
  exact,
  qualify,
  unite,
  type Context,
  type Finding,
  type Lowered,
  type NonEmpty,
} from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { ApplicationProtocol, Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { applicationMatches } from './matches.js';
import { lowerNamed } from './names.js';
import { splitPorts } from './web-ports.js';

type Answer = Lowered<Match, Code>;

/**
 * Whether the firewall sees the path of a request: only Premium reads it, of plain HTTP as it is and of HTTPS where TLS
 * is inspected (premium-features.md, 2021-02 and 2023-06). Classic rules know none.
 */
function seesPath({ type }: ApplicationProtocol, { sku, tlsInspection, languages }: AzureFirewallOptions): boolean {
  return sku === 'Premium' && !languages.includes('classic') && (type === 'Http' || tlsInspection);
}

/** A path: by itself where the firewall sees it, else the whole host. `/path/*` leaves `/path` out on both sides. */
export function lowerUrl(entry: Entry<UrlPath>, context: Context<AzureFirewallOptions>): Answer {
  const { options } = context;
  const { host } = entry.destination;
  const destination = destinationText(entry.destination);
  const { web, rest } = splitPorts(entry.service, options.limits);
  const seen = web.filter((protocol) => seesPath(protocol, options));
  const unseen = web.filter((protocol) => !seesPath(protocol, options));
  const finding: Finding<Code> = { code: 'azure-firewall/path-widened-to-host', data: { destination, host } };
  const named = { targets: [{ kind: 'fqdn', text: host }], host } as const;
  const others = (): Answer => lowerNamed({ ...entry, service: { ...entry.service, ports: rest } }, named, context);
  const parts = [
    ...(seen.length > 0 ? [exact(...applicationMatches([{ kind: 'url', text: destination }], seen))] : []),
    ...(unseen.length > 0 ? [qualify(exact(...applicationMatches(named.targets, unseen)), 'widened', finding)] : []),
    ...(rest.length > 0 ? [qualify(others(), 'widened', finding)] : []),
  ];
  return unite(parts as readonly Answer[] as NonEmpty<Answer>);
}
