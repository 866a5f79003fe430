import type { UrlPath } from '@azureml-firewall/rule-model';
import { inexact, omitted } from '@azureml-firewall/renderer-kit';
import { certificateOf } from '../options.js';
import { textsOf, type Lower } from './carried.js';

/**
 * A path: only in a request that squid reads, which is unencrypted HTTP, or TLS that it opens. What it compares has been
 * decoded, so that the same bytes can be another path to the server: in both directions, and never by dot segments.
 */
export const lowerUrl: Lower<UrlPath> = (entry, ports, { options }) => {
  const { service, destination } = entry;
  const { host, path } = destination;
  const isClear = service.application === 'http';
  if (path.includes('%')) return omitted('squid/path-escaped', textsOf(entry));
  if (!options.bump && !isClear) return omitted('squid/path-needs-bump', textsOf(entry));
  const match = { target: { kind: 'path', host, path, opened: options.bump && !isClear }, ports } as const;
  if (isClear) return inexact('approximated', [match], 'squid/path-in-clear', textsOf(entry));
  return inexact('approximated', [match], 'squid/path-opened', {
    ...textsOf(entry),
    certificate: certificateOf(options),
  });
};
