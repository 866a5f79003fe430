import { anyPort, type PortRange } from '@azureml-firewall/rule-model';
import type { Address, AddressGroup, CustomService, ExternalResource, ServiceGroup, UrlFilter } from '../model.js';
import type { WebFilterProfile } from '../model.js';
import { bare, quoted, set, setNames, type Edit, type Statement } from './statement.js';

/** Dotted mask of a length, as FortiOS shows it back. */
function maskOf(length: number): string {
  const bits = length === 0 ? 0 : (~0 << (32 - length)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}

const masks = Array.from({ length: 33 }, (_, length) => bare(maskOf(length)));
const types = {
  fqdn: set('type', bare('fqdn')),
  ipprefix: set('type', bare('ipprefix')),
  ipmask: set('type', bare('ipmask')),
};

function valueOf({ family, value }: Address): readonly Statement[] {
  if (value.kind === 'fqdn') return [types.fqdn, set('fqdn', quoted(value.fqdn))];
  const { prefix } = value;
  if (family === 'ipv6') return [types.ipprefix, set('ip6', bare(prefix))];
  const slash = prefix.indexOf('/');
  const mask = masks[Number(prefix.slice(slash + 1))] ?? bare('');
  return [types.ipmask, set('subnet', bare(prefix.slice(0, slash)), mask)];
}

function edit(name: string, body: readonly Statement[]): Edit {
  return { kind: 'edit', key: quoted(name), body };
}

/** The type comes first: it decides how the values after it are read. */
export function addressEdit(address: Address): Edit {
  return edit(address.name, valueOf(address));
}

export function groupEdit({ name, members, comment }: AddressGroup): Edit {
  return edit(name, [setNames('member', members), set('comment', quoted(comment))]);
}

function rangeText({ from, to }: PortRange): string {
  if (from === to) return String(from);
  return `${from}-${to === anyPort.to ? anyPort.to : to}`;
}

/** Without `set protocol`: the default is right, its word differs by release, and setting it clears the ports (ANS, BF). */
export function serviceEdit({ name, protocol, ports }: CustomService): Edit {
  return edit(name, [set(`${protocol}-portrange`, ...ports.map((range) => bare(rangeText(range))))]);
}

export function serviceGroupEdit({ name, members }: ServiceGroup): Edit {
  return edit(name, [setNames('member', members)]);
}

export function resourceEdit({ name, url, refreshMinutes, checksIdentity }: ExternalResource): Edit {
  return edit(name, [
    set('status', bare('enable')),
    set('type', bare('address')),
    set('resource', quoted(url)),
    set('refresh-rate', bare(refreshMinutes)),
    ...(checksIdentity ? [set('server-identity-check', bare('full'))] : []),
  ]);
}

function urlEdit(url: string, place: number, action: 'allow' | 'block'): Edit {
  // "simple" would be a part of a name anywhere, and the action is "exempt" unless it is set (TIP-192746, HF).
  const body = [set('url', quoted(url)), set('type', bare('wildcard')), set('action', bare(action))];
  return { kind: 'edit', key: bare(place), body };
}

export function urlFilterEdit({ id, name, allowed }: UrlFilter): Edit {
  const entries = allowed.map((url, i) => urlEdit(url, i + 1, 'allow'));
  const table: Statement = {
    kind: 'config',
    path: 'entries',
    body: [...entries, urlEdit('*', allowed.length + 1, 'block')],
  };
  return { kind: 'edit', key: bare(id), body: [set('name', quoted(name)), table] };
}

export function profileEdit({ name, urlFilter }: WebFilterProfile): Edit {
  return edit(name, [{ kind: 'config', path: 'web', body: [set('urlfilter-table', bare(urlFilter))] }]);
}
