import type { AddressFamily } from '@azureml-firewall/rule-model';
import { stableName } from '@azureml-firewall/renderer-kit';
import type { SetRef, SetUse } from './model.js';

const illegal = /[^A-Za-z0-9._-]/g;

/** The label of a set from a text, at most so long; a hash tells two texts apart where something was cut or replaced. */
export function labelOf(text: string, limit: number): string {
  return stableName(text, { limit, illegal, fill: '-' });
}

const digit: Readonly<Record<AddressFamily, string>> = { ipv4: '4', ipv6: '6' };

/** `aml-tag-Storage.EastUS2-4`, `aml-own-6`. */
export function ipsetNameOf({ use, label }: SetRef, family: AddressFamily, prefix: string): string {
  return [prefix, use, ...(label === '' ? [] : [label]), digit[family]].join('-');
}

/** `tag_Storage.EastUS2_4`, `own_6`: in a table of its own, and never a reserved word. */
export function nftSetNameOf({ use, label }: SetRef, family: AddressFamily): string {
  return [use, ...(label === '' ? [] : [label]), digit[family]].join('_');
}

/** Characters that an ipset leaves for a label. */
export function ipsetLabelLength(use: SetUse, prefix: string, limit: number): number {
  return limit - `${prefix}-${use}--4`.length;
}

/** `AML-OUT`. */
export function chainName(word: string, prefix: string): string {
  return `${prefix}-${word}`.toUpperCase();
}

/** `aml_out`. */
export function nftChainName(word: string, prefix: string): string {
  return `${prefix}_${word}`;
}
