import { cidrsOverlap, portText, type Entry, type PortRange } from '@azureml-firewall/rule-model';
import { exact, inexact, omitted, qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, PrefixTarget, TagTarget } from '../model.js';
import type { SquidOptions } from '../options.js';
import { ownPrefixes } from '../own-prefixes.js';
import { httpPorts, portsApart } from '../web-ports.js';
import { textsOf } from './carried.js';

type Answer = Lowered<Match, Code>;

function lowerExplicit(entry: Entry, match: Match, { addresses }: SquidOptions): Answer {
  const texts = textsOf(entry);
  if (entry.rule.action === 'deny') return inexact('approximated', [match], 'squid/address-any-of-name', texts);
  if (addresses === 'none') return omitted('squid/addresses-left', texts);
  if (addresses === 'resolved') return inexact('approximated', [match], 'squid/address-resolved', texts);
  return inexact('narrowed', [match], 'squid/address-literal', texts);
}

function lowerDialled(entry: Entry, match: Match, http: readonly PortRange[]): Answer {
  if (http.length === 0) return exact(match);
  return inexact('narrowed', [match], 'squid/http-by-address', { ...textsOf(entry), ports: http.map(portText) });
}

/**
 * Addresses. An intercepting proxy sees the one that was dialled, and lets anything pass to it but on the ports of HTTP. An
 * explicit one is mostly told names, of which it knows all addresses but not the one that it will use.
 */
export function lowerAddressed(
  entry: Entry,
  target: PrefixTarget | TagTarget,
  ports: readonly PortRange[],
  { options, policy }: Context<SquidOptions>,
): Answer {
  const match = { target, ports };
  if (options.mode === 'explicit') return lowerExplicit(entry, match, options);
  if (entry.rule.action === 'deny') return exact(match);
  const answer = lowerDialled(entry, match, portsApart(ports, httpPorts(policy)).http);
  const prefixes = target.kind === 'prefix' ? [target.prefix] : target.prefixes;
  const own = ownPrefixes.filter((prefix) => cidrsOverlap([prefix], prefixes));
  if (own.length === 0) return answer;
  return qualify(answer, 'narrowed', { code: 'squid/own-addresses', data: { ...textsOf(entry), prefixes: own } });
}
