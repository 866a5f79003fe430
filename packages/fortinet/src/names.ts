import { portText, serviceText, type AddressFamily } from '@azureml-firewall/rule-model';
import { stableName } from '@azureml-firewall/renderer-kit';
import { objectName, policyName } from './limits.js';

const illegal = /[^A-Za-z0-9._-]/g;

/** Room for the path of a part of a group behind its name. */
const partLength = 37;

function objectNamed(text: string): string {
  return stableName(text, { limit: objectName.value, illegal, fill: '-' });
}

const digit: Readonly<Record<AddressFamily, string>> = { ipv4: '', ipv6: '6' };

/** `aml-net-13.66.0.0-16`, `aml-net6-2603.1030..-32`: the colons of IPv6 become dots, which no IPv4 name can look like. */
export function prefixName(prefix: string, start: string): string {
  return prefix.includes(':')
    ? `${start}net6-${prefix.replaceAll(':', '.').replace('/', '-')}`
    : `${start}net-${prefix.replace('/', '-')}`;
}

/** `aml-host-login.microsoftonline.com`. */
export function hostName(host: string, family: AddressFamily, start: string): string {
  return objectNamed(`${start}host${digit[family]}-${host}`);
}

/** `aml-below-azureml.ms` for `*.azureml.ms`. */
export function belowName(parent: string, family: AddressFamily, start: string): string {
  return objectNamed(`${start}below${digit[family]}-${parent}`);
}

/** `aml-tag-Storage.EastUS2`; `variant` tells two lists of one tag apart. */
export function tagName(tag: string, variant: string, family: AddressFamily, start: string): string {
  const text = `${start}tag${digit[family]}-${tag}${variant}`;
  return stableName(text, { limit: objectName.value - partLength, illegal, fill: '-' });
}

/** `aml-feed-Storage.EastUS2`. */
export function feedName(tag: string, variant: string, start: string): string {
  return stableName(`${start}feed-${tag}${variant}`, { limit: policyName.value, illegal, fill: '-' });
}

/** `aml-tcp-443_8787_18881`, `aml-tcp-8704-8710`, `aml-udp-all`. */
export function serviceName(service: Parameters<typeof serviceText>[0], start: string): string {
  const ports = service.ports.map((range) => portText(range).replace('*', 'all')).join('_');
  return stableName(`${start}${service.protocol}-${ports}`, {
    limit: objectName.value - partLength,
    illegal,
    fill: '-',
  });
}

/** The name of a policy: that of its rule, with a word where the rule becomes several. Ids of rules have no underscore. */
export function policyNameOf(rule: string, wordOfBlock: string, start: string): string {
  const text = wordOfBlock === '' ? `${start}${rule}` : `${start}${rule}_${wordOfBlock}`;
  return stableName(text, { limit: policyName.value, illegal, fill: '_' });
}
