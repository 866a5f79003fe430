import { compileEvaluator, type Destination, type Entry, type Flow, type Policy } from '@azureml-firewall/rule-model';
import type { Probe } from '../probe.js';

/**
 * Whether an entry, were it for these destinations, takes in a connection that goes by some names: to be allowed it has to
 * be so under each of them, to be denied under any.
 */
export type Asks = (
  entry: Entry,
  destinations: readonly Destination[],
  probe: Probe,
  names: readonly (string | null)[],
) => boolean;

/** The flow of a probe, under one name. */
export function flowOf(probe: Probe, host: string | null): Flow {
  const { direction, source, address, protocol, port, path, talk } = probe;
  const isRequest = talk === 'tls' || talk === 'http';
  return { direction, source, address, protocol, port, host, path: isRequest ? path : null };
}

/**
 * Puts the question to rule-model, one entry at a time: a denial is asked as if it allowed, since either way the answer
 * is whether it matches.
 */
export function asksOf(policy: Policy): Asks {
  const evaluators = new Map<string, (flow: Flow) => boolean>();
  const make = ({ rule, service }: Entry, destinations: readonly Destination[]): ((flow: Flow) => boolean) => {
    const only = { ...rule, action: 'allow' as const, destinations, services: [service] };
    const evaluator = compileEvaluator({ ...policy, collections: [{ id: 'one', title: 'One', rules: [only] }] });
    return (flow) => evaluator(flow).action === 'allow';
  };
  return (entry, destinations, probe, names) => {
    const key = JSON.stringify([entry.id, destinations]);
    const matches = evaluators.get(key) ?? make(entry, destinations);
    evaluators.set(key, matches);
    const isMatch = (name: string | null): boolean => matches(flowOf(probe, name));
    return entry.rule.action === 'deny' ? names.some(isMatch) : names.every(isMatch);
  };
}
