import { portText, type Entry, type PortRange } from '@azureml-firewall/rule-model';
import { exact, inexact, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';
import type { SquidOptions } from '../options.js';
import { httpPorts } from '../web-ports.js';
import { textsOf } from './carried.js';

/**
 * A name. An explicit proxy is told it and looks the address up by itself, and then wants to see it again in the TLS hello.
 * An intercepting one learns it there, and lets it pass only at an address that it finds for the name. A deny by name stops
 * all that names it, whatever is spoken.
 */
export function lowerNamed(
  entry: Entry,
  target: Target,
  ports: readonly PortRange[],
  { options, policy }: Context<SquidOptions>,
): Lowered<Match, Code> {
  const match = { target, ports };
  if (entry.rule.action === 'deny') return exact(match);
  if (options.mode === 'intercept')
    return inexact('narrowed', [match], 'squid/intercepted', {
      ...textsOf(entry),
      ports: httpPorts(policy).map(portText),
    });
  return entry.service.application === undefined
    ? inexact('narrowed', [match], 'squid/web-only', textsOf(entry))
    : exact(match);
}
