import { portText, type Entry, type PortRange } from '@azureml-firewall/rule-model';
import { exact, inexact, omitted, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';
import type { SquidOptions } from '../options.js';
import { httpPorts, portsApart } from '../web-ports.js';
import { textsOf } from './carried.js';

type Answer = Lowered<Match, Code>;

function lowerExplicit(entry: Entry, match: Match, { addresses }: SquidOptions): Answer {
  const texts = textsOf(entry);
  if (entry.rule.action === 'deny') return inexact('widened', [match], 'squid/address-any-of-name', texts);
  if (addresses === 'none') return omitted('squid/addresses-left', texts);
  if (addresses === 'resolved') return inexact('widened', [match], 'squid/address-resolved', texts);
  return inexact('narrowed', [match], 'squid/address-literal', texts);
}

/**
 * Addresses. An intercepting proxy sees the one that was dialled, and lets anything pass to it but on the ports of HTTP. An
 * explicit one is mostly told names, of which it knows all addresses but not the one that it will use.
 */
export function lowerAddressed(
  entry: Entry,
  target: Target,
  ports: readonly PortRange[],
  { options, policy }: Context<SquidOptions>,
): Answer {
  const match = { target, ports };
  if (options.mode === 'explicit') return lowerExplicit(entry, match, options);
  const { http } = portsApart(ports, httpPorts(policy));
  if (entry.rule.action === 'deny' || http.length === 0) return exact(match);
  return inexact('narrowed', [match], 'squid/http-by-address', { ...textsOf(entry), ports: http.map(portText) });
}
