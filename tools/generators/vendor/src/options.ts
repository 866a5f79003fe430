import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';

/** What has to be known of the firewall beside the policy. */
export interface NewVendorOptions {
  /** How every name starts, so that ours are told from others. */
  readonly prefix: string;
}

export const defaults: NewVendorOptions = { prefix: 'aml-' };

function parsePrefix(text: unknown): Parsed<unknown> {
  return typeof text === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/.test(text)
    ? accepted(text)
    : refused('new-vendor/prefix', String(text), '1 to 12 letters, digits, "_" and "-", a letter or digit first');
}

/** Why options may not be used: their values end up in the vendor's text. */
export function checkOptions(options: NewVendorOptions): readonly OptionFault[] {
  const parsed: Readonly<Record<keyof NewVendorOptions, Parsed<unknown>>> = { prefix: parsePrefix(options.prefix) };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
