import { destinationText, type Entry, type UrlPath } from '@azureml-firewall/rule-model';
import { exact, qualify, unite, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { applicationMatches } from './matches.js';
import { lowerNamed } from './names.js';
import { splitPorts } from './web-ports.js';

function lowerWholeHost(entry: Entry<UrlPath>, context: Context<AzureFirewallOptions>): Lowered<Match, Code> {
  const { host } = entry.destination;
  return qualify(lowerNamed(entry, { targets: [{ kind: 'fqdn', text: host }], host }, context), 'widened', {
    code: 'azure-firewall/path-widened-to-host',
    data: { destination: destinationText(entry.destination), host },
  });
}

/** A path: by itself where TLS is inspected, else the whole host. `/path/*` leaves `/path` out on both sides. */
export function lowerUrl(entry: Entry<UrlPath>, context: Context<AzureFirewallOptions>): Lowered<Match, Code> {
  const { web, rest } = splitPorts(entry.service, context.options.limits);
  if (!context.options.tlsInspection || web.length === 0) return lowerWholeHost(entry, context);
  const byPath = exact(...applicationMatches([{ kind: 'url', text: destinationText(entry.destination) }], web));
  if (rest.length === 0) return byPath;
  const { protocol } = entry.service;
  return unite<Match, Code>([byPath, lowerWholeHost({ ...entry, service: { protocol, ports: rest } }, context)]);
}
