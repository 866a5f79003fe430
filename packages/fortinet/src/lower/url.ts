import { destinationText, serviceText, type Entry, type PortRange, type UrlPath } from '@azureml-firewall/rule-model';
import { inexact, unite, type Context, type Lowered, type NonEmpty } from '@azureml-firewall/renderer-kit';
import { urlLength } from '../limits.js';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { matchOf } from './names.js';

type Answer = Lowered<Match, Code>;

/** The ports on which FortiOS looks for HTTP and TLS by default. */
function isFiltered({ from, to }: PortRange): boolean {
  return from === to && (from === 80 || from === 443);
}

function withPorts(entry: Entry<UrlPath>, ports: readonly PortRange[]): Entry<UrlPath> {
  return { ...entry, service: { ...entry.service, ports } };
}

function lowerWholeHost(entry: Entry<UrlPath>): Answer {
  const { host } = entry.destination;
  return inexact('approximated', [matchOf(entry, { kind: 'host', host })], 'fortinet/path-widened-to-host', {
    destination: destinationText(entry.destination),
    service: serviceText(entry.service),
    host,
    limit: urlLength.value,
  });
}

/** The addresses of the host, and of its traffic only the URL. */
function lowerByFilter(entry: Entry<UrlPath>, profile: string): Answer {
  const { host } = entry.destination;
  const url = destinationText(entry.destination);
  const match = { ...matchOf(entry, { kind: 'host', host }), url };
  return inexact('approximated', [match], 'fortinet/path-by-web-filter', { destination: url, profile });
}

/**
 * A path: by the web filter where TLS may be opened, else the whole host. In a deny always the whole host, since a filter
 * allows what it does not block.
 */
export function lowerUrl(entry: Entry<UrlPath>, { options }: Context<FortinetOptions>): Answer {
  const { service, rule, destination } = entry;
  const fits = destinationText(destination).length <= urlLength.value;
  const usable = options.deepInspection && rule.action === 'allow' && service.protocol === 'tcp' && fits;
  const filtered = service.ports.filter((range) => usable && isFiltered(range));
  const rest = service.ports.filter((range) => !usable || !isFiltered(range));
  const parts = [
    ...(filtered.length > 0 ? [lowerByFilter(withPorts(entry, filtered), options.sslProfile)] : []),
    ...(rest.length > 0 ? [lowerWholeHost(withPorts(entry, rest))] : []),
  ];
  // A service has at least one range, so that one of the two is there.
  return unite(parts as readonly Answer[] as NonEmpty<Answer>);
}
