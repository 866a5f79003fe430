import { destinationText, serviceText, type Entry } from '@azureml-firewall/rule-model';
import { inexact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';

/** A match of a target by the service of an entry. */
export function matchOf({ service: { protocol, ports } }: Entry, target: Target): Match {
  return { target, protocol, ports };
}

/** An entry in words, for findings. */
export function textsOf(entry: Entry): { readonly destination: string; readonly service: string } {
  return { destination: destinationText(entry.destination), service: serviceText(entry.service) };
}

/**
 * One host by the addresses that the ASA looks up by itself. Neither less nor more than asked: the client may have got
 * another address, and other hosts may share this one.
 */
export function lowerHost(entry: Entry, host: string): Lowered<Match, Code> {
  return inexact(
    'approximated',
    [matchOf(entry, { kind: 'host', host })],
    'cisco-asa/resolved-addresses',
    textsOf(entry),
  );
}
