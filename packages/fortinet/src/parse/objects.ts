import { parsePorts, type AddressFamily, type PortRange } from '@azureml-firewall/rule-model';
import type { Address, AddressGroup, CustomService, ExternalResource, ServiceGroup, UrlFilter } from '../model.js';
import type { WebFilterProfile } from '../model.js';
import type { Edit } from '../print/statement.js';
import { bodyOf, editsIn, settingsOf } from './settings.js';

/** The length of a dotted mask; what is no mask is found out when the object is printed again. */
function lengthOf(mask: string): number {
  const bits = mask.split('.').map((octet) => Number(octet).toString(2).replaceAll('0', ''));
  return bits.join('').length;
}

/** An object as it was printed, if it was; readers take the form for granted, since all is printed again to compare. */
export function readAddress({ key, body }: Edit, family: AddressFamily): Address {
  const setting = settingsOf(body);
  const [fqdn] = setting('fqdn');
  const [address = '', mask = ''] = setting('subnet');
  const prefix = family === 'ipv6' ? setting('ip6').join(' ') : `${address}/${lengthOf(mask)}`;
  return {
    family,
    name: key.text,
    value: fqdn === undefined ? { kind: 'prefix', prefix } : { kind: 'fqdn', fqdn },
  };
}

export function readGroup({ key, body }: Edit, family: AddressFamily): AddressGroup {
  const setting = settingsOf(body);
  return { family, name: key.text, members: setting('member'), comment: setting('comment').join(' ') };
}

function readPorts(texts: readonly string[]): readonly PortRange[] {
  const parsed = parsePorts(texts);
  return parsed.ok ? parsed.value : [];
}

export function readService({ key, body }: Edit): CustomService {
  const setting = settingsOf(body);
  const protocol = setting('udp-portrange').length > 0 ? 'udp' : 'tcp';
  return { name: key.text, protocol, ports: readPorts(setting(`${protocol}-portrange`)) };
}

export function readServiceGroup({ key, body }: Edit): ServiceGroup {
  return { name: key.text, members: settingsOf(body)('member') };
}

export function readResource({ key, body }: Edit): ExternalResource {
  const setting = settingsOf(body);
  return {
    name: key.text,
    url: setting('resource').join(' '),
    refreshMinutes: Number(setting('refresh-rate')[0]),
    checksIdentity: setting('server-identity-check').length > 0,
  };
}

export function readUrlFilter({ key, body }: Edit): UrlFilter {
  const urls = editsIn(body, 'entries').flatMap((entry) => settingsOf(entry.body)('url'));
  return { id: Number(key.text), name: settingsOf(body)('name').join(' '), allowed: urls.slice(0, -1) };
}

export function readProfile({ key, body }: Edit): WebFilterProfile {
  return { name: key.text, urlFilter: Number(settingsOf(bodyOf(body, 'web'))('urlfilter-table')[0]) };
}
