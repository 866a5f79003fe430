import type { Flow } from '@azureml-firewall/rule-model';
import { innerIn, objectsIn, wordsIn, type Device, type Fields } from './device.js';

/** What a device learns from outside: the addresses of names, and what is in the lists that it fetches. */
export interface World {
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

const lengths: Readonly<Record<string, number>> = {
  255: 8,
  254: 7,
  252: 6,
  248: 5,
  240: 4,
  224: 3,
  192: 2,
  128: 1,
  0: 0,
};

function prefixOf(subnet: readonly string[]): string {
  const bits = (subnet[1] ?? '').split('.').map((octet) => lengths[octet] ?? NaN);
  return `${subnet[0]}/${bits.reduce((sum, length) => sum + length, 0)}`;
}

function resolved({ names }: World, fqdn: string): readonly string[] {
  if (!fqdn.startsWith('*.')) return names[fqdn] ?? [];
  return Object.entries(names).flatMap(([name, addresses]) => (name.endsWith(fqdn.slice(1)) ? addresses : []));
}

/** The prefixes behind a name of one family. */
function prefixesOf(device: Device, world: World, name: string, digit: string): readonly string[] {
  if (name === 'all') return digit === '6' ? ['::/0'] : ['0.0.0.0/0'];
  if (objectsIn(device, 'system external-resource').has(name)) return world.lists[name] ?? [];
  const group = objectsIn(device, `firewall addrgrp${digit}`).get(name);
  if (group) return wordsIn(group, 'member').flatMap((member) => prefixesOf(device, world, member, digit));
  const fields = objectsIn(device, `firewall address${digit}`).get(name);
  const [fqdn] = wordsIn(fields, 'fqdn');
  if (fqdn !== undefined) return resolved(world, fqdn).map((one) => `${one}/${one.includes(':') ? 128 : 32}`);
  return digit === '6' ? wordsIn(fields, 'ip6') : [prefixOf(wordsIn(fields, 'subnet'))];
}

function rangesOf(device: Device, name: string, protocol: string): readonly string[] {
  const group = objectsIn(device, 'firewall service group').get(name);
  if (group) return wordsIn(group, 'member').flatMap((member) => rangesOf(device, member, protocol));
  return wordsIn(objectsIn(device, 'firewall service custom').get(name), `${protocol}-portrange`);
}

function passesFilter(device: Device, profile: string, url: string): boolean {
  const web = innerIn(objectsIn(device, 'webfilter profile').get(profile), 'web').get('');
  const filter = objectsIn(device, 'webfilter urlfilter').get(wordsIn(web, 'urlfilter-table')[0] ?? '');
  for (const entry of innerIn(filter, 'entries').values()) {
    const pattern = wordsIn(entry, 'url')[0] ?? '';
    const [start = '', ...rest] = pattern.split('*');
    if (rest.length > 0 ? url.startsWith(start) : url === start) return wordsIn(entry, 'action')[0] === 'allow';
  }
  return true;
}

type Holds = (address: string) => boolean;

/** An address as a text of zeros and ones. */
function bitsOf(address: string): string {
  if (!address.includes(':'))
    return address.split('.').reduce((bits, octet) => bits + Number(octet).toString(2).padStart(8, '0'), '');
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const groups = [...head, ...new Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups.reduce((bits, group) => bits + parseInt(group, 16).toString(2).padStart(16, '0'), '');
}

function holder(prefixes: readonly string[]): Holds {
  const starts = prefixes.map((prefix) => {
    const [address = '', length] = prefix.split('/');
    return { six: prefix.includes(':'), bits: bitsOf(address).slice(0, Number(length)) };
  });
  return (address) => {
    const [six, bits] = [address.includes(':'), bitsOf(address)];
    return starts.some((start) => start.six === six && bits.startsWith(start.bits));
  };
}

function isInRange(range: string, port: number): boolean {
  const [from = '', to = from] = range.split('-');
  return Number(from) <= port && port <= Number(to);
}

/** One policy, made ready for many flows. */
function matcher(device: Device, world: World, fields: Fields, inside: string): (flow: Flow) => boolean {
  const side = (setting: string, digit: string): Holds =>
    holder(wordsIn(fields, `${setting}${digit}`).flatMap((name) => prefixesOf(device, world, name, digit)));
  const sides = ['', '6'].map((digit) => [side('srcaddr', digit), side('dstaddr', digit)] as const);
  const ranges = (protocol: string): readonly string[] =>
    wordsIn(fields, 'service').flatMap((name) => rangesOf(device, name, protocol));
  const services = { tcp: ranges('tcp'), udp: ranges('udp') };
  const [from, to] = [wordsIn(fields, 'srcintf'), wordsIn(fields, 'dstintf')];
  const directions: readonly Flow['direction'][] = [
    ...(from.includes(inside) && to.some((one) => one !== inside) ? (['outbound'] as const) : []),
    ...(to.includes(inside) && from.some((one) => one !== inside) ? (['inbound'] as const) : []),
  ];
  return ({ direction, protocol, port, source = '', address }) => {
    const [isFrom, isTo] = sides[source.includes(':') ? 1 : 0] ?? [];
    return (
      directions.includes(direction) &&
      services[protocol].some((range) => isInRange(range, port)) &&
      isFrom?.(source) === true &&
      isTo?.(address ?? '') === true
    );
  };
}

/** The id of the policy by which a device lets flows pass that name their host, their address and, where they are HTTP, their path. */
export function carrierOf(device: Device, world: World, inside = 'port2'): (flow: Flow) => string | undefined {
  const inForce = [...objectsIn(device, 'firewall policy')].filter(
    ([, fields]) => wordsIn(fields, 'status')[0] !== 'disable',
  );
  const policies = inForce.map(([id, fields]) => ({
    id,
    matches: matcher(device, world, fields, inside),
    accepts: wordsIn(fields, 'action')[0] === 'accept',
    profile: wordsIn(fields, 'webfilter-profile')[0],
  }));
  return (flow) => {
    const first = policies.find(({ matches }) => matches(flow));
    if (!first?.accepts) return undefined;
    const url = `${flow.host ?? flow.address ?? ''}${flow.path ?? '/'}`;
    return first.profile === undefined || passesFilter(device, first.profile, url) ? first.id : undefined;
  };
}

/** Whether a device lets flows pass. */
export function firewallOf(device: Device, world: World, inside = 'port2'): (flow: Flow) => boolean {
  const carrier = carrierOf(device, world, inside);
  return (flow) => carrier(flow) !== undefined;
}
