import { portText, type PortRange } from '@azureml-firewall/rule-model';
import { stableHash, stableName } from '@azureml-firewall/renderer-kit';
import { aclName } from './limits.js';

const illegal = /[^A-Za-z0-9._-]/g;

/** Room for the longest word behind a name. */
const wordLength = '_addresses_any'.length;

function named(text: string, room = 0): string {
  return stableName(text, { limit: aclName.value - room, illegal, fill: '-' });
}

function portsWord(ports: readonly PortRange[]): string {
  return ports.map((range) => portText(range).replace('*', 'any')).join('_');
}

/** `tcp_443_8787`, `tcp_any`. */
export function portsName(ports: readonly PortRange[]): string {
  return named(`tcp_${portsWord(ports)}`);
}

/** `from_10.20.1.0-24_10.20.2.0-24`: the colons of IPv6 become dots, which no IPv4 name can look like. */
export function fromName(prefixes: readonly string[]): string {
  return named(`from_${prefixes.map((prefix) => prefix.replaceAll(':', '.').replace('/', '-')).join('_')}`);
}

/** `tag-Storage.EastUS2`; `variant` tells two lists of one tag apart. */
export function tagName(tag: string, variant: string): string {
  return named(`tag-${tag}${variant}`, wordLength);
}

/** The start of the names of a rule's conditions. Ids of rules have no underscore, so that none looks like another's. */
export function ruleName(rule: string, ports: readonly PortRange[] | undefined): string {
  return named(ports ? `${rule}_tcp-${portsWord(ports)}` : rule, wordLength);
}

/** The start of the names of one path of a rule: the hash tells paths of one host apart. */
export function pathName(rule: string, host: string, path: string): string {
  return named(`${rule}_${host}-${stableHash(`${host}${path}`).slice(-8)}`, wordLength);
}
