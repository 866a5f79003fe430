import {
  destinationText,
  portText,
  serviceText,
  sourceText,
  type Destination,
  type Entry,
  type PortRange,
} from '@azureml-firewall/rule-model';
import { omitted, qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { SquidOptions } from '../options.js';
import { clientsOf } from '../sources.js';
import { subtractPorts } from '../port-sets.js';
import { webPorts } from '../web-ports.js';

/** An answer for one kind of destination, on the ports that are left of its service. */
export type Lower<D extends Destination> = (
  entry: Entry<D>,
  ports: readonly PortRange[],
  context: Context<SquidOptions>,
) => Lowered<Match, Code>;

/** What a text says of an entry. */
export function textsOf(entry: Entry): { readonly destination: string; readonly service: string } {
  return { destination: destinationText(entry.destination), service: serviceText(entry.service) };
}

/** The ports on which squid decides: an explicit proxy may be asked for any, and so has to deny any. */
export function portsOf({ rule, service }: Entry, { mode }: SquidOptions): readonly PortRange[] {
  return rule.action === 'deny' && mode === 'explicit' ? service.ports : webPorts(service);
}

/** Why no proxy carries an entry at all. */
function lost(entry: Entry, context: Context<SquidOptions>): Lowered<never, Code> | undefined {
  const { rule, service } = entry;
  if (rule.direction === 'inbound') return omitted('squid/inbound', { rule: rule.id });
  if (service.protocol === 'udp') return omitted('squid/udp', textsOf(entry));
  if (portsOf(entry, context.options).length === 0) return omitted('squid/not-web', textsOf(entry));
  if (!clientsOf(rule, context))
    return omitted('squid/no-client-network', { rule: rule.id, sources: rule.sources.map(sourceText) });
  return undefined;
}

/** What holds for every kind of destination: TCP from clients, on ports on which a proxy is of use. */
export function carried<D extends Destination>(
  lower: Lower<D>,
): (entry: Entry<D>, context: Context<SquidOptions>) => Lowered<Match, Code> {
  return (entry, context) => {
    const { rule, service } = entry;
    const none = lost(entry, context);
    if (none) return none;
    const ports = portsOf(entry, context.options);
    const left = subtractPorts(service.ports, ports).map(portText);
    const dropped = clientsOf(rule, context)?.dropped ?? [];
    const answer = lower(entry, ports, context);
    const some =
      left.length === 0
        ? answer
        : qualify(answer, 'narrowed', { code: 'squid/ports-left', data: { ...textsOf(entry), ports: left } });
    if (dropped.length === 0) return some;
    return qualify(some, 'narrowed', {
      code: 'squid/sources-dropped',
      data: { rule: rule.id, sources: dropped },
    });
  };
}
