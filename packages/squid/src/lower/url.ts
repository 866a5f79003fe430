import type { Entry, Policy, PortRange, UrlPath } from '@azureml-firewall/rule-model';
import { inexact, omitted } from '@azureml-firewall/renderer-kit';
import { certificateOf, type SquidOptions } from '../options.js';
import { subtractPorts } from '../port-sets.js';
import { httpPorts, portsApart } from '../web-ports.js';
import { textsOf, type Lower } from './carried.js';

/** The ports on which requests come unencrypted: an interception takes each port for one or the other. */
function clearPorts(
  { service }: Entry,
  ports: readonly PortRange[],
  policy: Policy,
  { mode }: SquidOptions,
): readonly PortRange[] {
  if (service.application !== 'http') return [];
  return mode === 'explicit' ? ports : portsApart(ports, httpPorts(policy)).http;
}

/**
 * A path: only in a request that squid reads, which is unencrypted HTTP, or TLS that it opens. What it compares has been
 * decoded, so that the same bytes can be another path to the server: in both directions, and never by dot segments.
 */
export const lowerUrl: Lower<UrlPath> = (entry, ports, { options, policy }) => {
  const { host, path } = entry.destination;
  const clear = clearPorts(entry, ports, policy, options);
  const hidden = subtractPorts(ports, clear);
  const target = { kind: 'path', host, path, opened: options.bump && hidden.length > 0 } as const;
  if (path.includes('%')) return omitted('squid/path-escaped', textsOf(entry));
  if (target.opened)
    return inexact('approximated', [{ target, ports }], 'squid/path-opened', {
      ...textsOf(entry),
      certificate: certificateOf(options),
    });
  if (clear.length === 0) return omitted('squid/path-needs-bump', textsOf(entry));
  return inexact('approximated', [{ target, ports: clear }], 'squid/path-in-clear', textsOf(entry));
};
