import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';

/** What has to be known of the firewall beside the policy. */
export interface CiscoAsaOptions {
  /** How every name starts, so that ours are told from others. */
  readonly prefix: string;
  /** `nameif` of the interface that the workspace's traffic comes in by. Its access list is applied to it when given. */
  readonly insideInterface?: string;
  /** `nameif` of the interface that traffic to the workspace comes in by, for inbound rules. */
  readonly outsideInterface?: string;
  /** Whether entries log the connections that they match (message 106100). */
  readonly log: boolean;
}

export const defaults: CiscoAsaOptions = { prefix: 'aml-', log: false };

function parseWord(text: unknown, longest: number): Parsed<unknown> {
  return typeof text === 'string' && /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(text) && text.length <= longest
    ? accepted(text)
    : refused(
        'cisco-asa/word',
        String(text),
        `1 to ${longest} letters, digits, "_", "." and "-", a letter or digit first`,
      );
}

/** Why options may not be used: their values end up in the vendor's text. */
export function checkOptions(options: CiscoAsaOptions): readonly OptionFault[] {
  const { prefix, insideInterface, outsideInterface, log } = options;
  const parsed: readonly (readonly [keyof CiscoAsaOptions, Parsed<unknown>])[] = [
    ['prefix', parseWord(prefix, 12)],
    ['insideInterface', insideInterface === undefined ? accepted('') : parseWord(insideInterface, 48)],
    ['outsideInterface', outsideInterface === undefined ? accepted('') : parseWord(outsideInterface, 48)],
    ['log', typeof log === 'boolean' ? accepted(log) : refused('cisco-asa/flag', String(log), 'true or false')],
  ];
  return parsed.flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
