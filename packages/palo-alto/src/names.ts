import { portText } from '@azureml-firewall/rule-model';
import { stableName } from '@azureml-firewall/renderer-kit';
import { categoryNameLength, listNameLength, nameLength } from './limits.js';
import type { Ports } from './node.js';

const illegal = /[^A-Za-z0-9_-]/g;

/** Dots become underscores, which stand in no host, tag or id: what was different stays different. */
function legal(text: string, limit: number): string {
  return stableName(text.replaceAll('.', '_'), { limit, illegal, fill: '-' });
}

/** Colons and the slash of a prefix: an IPv6 address without `::` has eight parts, so that it is never an IPv4 one. */
export function prefixName(word: string, prefix: string): string {
  return `${word}-net-${prefix.replace('/', '_').replaceAll(prefix.includes(':') ? /[.:]/g : '.', '-')}`;
}

/** `aml-host-eastus2_tundra_azureml_ms`. */
export function hostName(word: string, host: string): string {
  return legal(`${word}-host-${host}`, nameLength.value);
}

/** `aml-tag-Storage_EastUS2`; a word of the content tells two lists of one tag apart. */
export function tagName(word: string, tag: string, list: boolean, content = ''): string {
  return legal(`${word}-tag-${tag}${content && `--${content}`}`, list ? listNameLength.value : nameLength.value);
}

/** A part of a group that is too large, by the first bits that its members share. */
export function partName(group: string, bits: string): string {
  return legal(`${group}--${bits}`, nameLength.value);
}

/** A group of what one rule has too much of. */
export function setName(rule: string, side: 'source' | 'destination'): string {
  return legal(`${rule}--${side}`, nameLength.value);
}

/** `aml-tcp-443_8787_18881`, `aml-tcp-8704-8710`, `aml-udp-any`. */
export function serviceName(word: string, { protocol, ports }: Ports): string {
  const text = ports.map(portText).join('_').replace('*', 'any');
  return legal(`${word}-${protocol}-${text}`, nameLength.value);
}

/** The name of the policy's rule, with what tells its parts apart; two hyphens stand in no id. */
export function ruleName(word: string, id: string, part: string): string {
  return legal(`${word}-${id}${part && `--${part}`}`, nameLength.value);
}

/** A URL category has the name of its rule, as far as 31 characters hold it. */
export function categoryName(rule: string): string {
  return legal(rule, categoryNameLength.value);
}
