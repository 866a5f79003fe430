import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { Fill, SetRef } from '../model.js';
import { ipsetNameOf, nftSetNameOf } from '../names.js';

function eachSet({ sets }: Fill, text: (set: SetRef, family: AddressFamily) => string): string {
  return sets.flatMap((set) => set.families.map((family) => text(set, family))).join(',');
}

/** `ipset=/azureml.ms/aml-dns-ml-4,aml-dns-ml-6`. */
export function ipsetFill(fill: Fill, prefix: string): string {
  return `ipset=/${fill.domain}/${eachSet(fill, (set, family) => ipsetNameOf(set, family, prefix))}`;
}

/** `nftset=/azureml.ms/4#inet#aml#dns_ml_4,…`: without the family each answer of the other one would be an error. */
export function nftSetFill(fill: Fill, prefix: string): string {
  const text = (set: SetRef, family: AddressFamily): string =>
    `${family === 'ipv4' ? '4' : '6'}#inet#${prefix}#${nftSetNameOf(set, family)}`;
  return `nftset=/${fill.domain}/${eachSet(fill, text)}`;
}
