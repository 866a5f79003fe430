import type { Entry, UrlPath } from '@azureml-firewall/rule-model';
import { inexact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf, textsOf } from './match.js';

/** A path, of which an access list sees the host's addresses. */
export function lowerUrl(entry: Entry<UrlPath>): Lowered<Match, Code> {
  const { host } = entry.destination;
  const data = { ...textsOf(entry), host };
  return inexact('approximated', [matchOf(entry, { kind: 'host', host })], 'cisco-asa/path-widened-to-host', data);
}
