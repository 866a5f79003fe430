import { indexCidrs, type Action } from '@azureml-firewall/rule-model';
import type { Probe, Reader, World } from '@azureml-firewall/conformance';
import type { CiscoAsaOptions } from '../../src/index.js';
import { apply, newDevice, type Device } from './device.js';

/** What an access list sees of a connection. */
export type Flow = Pick<Probe, 'source' | 'address' | 'protocol' | 'port' | 'direction'>;

function prefixOf(text: string): string {
  const [first = '', second] = text.replace(/^host /, '').split(' ');
  if (second === undefined) return first;
  const ones = second.split('.').map((octet) => Number(octet).toString(2).replaceAll('0', '').length);
  return `${first}/${String(ones.reduce((sum, one) => sum + one, 0))}`;
}

/** The prefixes and addresses that a group stands for; a name for those that the device's resolver has. */
function addressesOf(device: Device, group: string, { names }: World): readonly string[] {
  return (device.objects.get(group)?.lines ?? []).flatMap((line) => {
    const [, object] = /^network-object object (\S+)$/.exec(line) ?? [];
    if (object === undefined) return [prefixOf(line.replace('network-object ', ''))];
    const [, version, host = ''] = /^fqdn v([46]) (\S+)$/.exec(device.objects.get(object)?.lines[0] ?? '') ?? [];
    return (names[host] ?? []).filter((address) => address.includes(':') === (version === '6'));
  });
}

function asPrefix(text: string): string {
  return text.includes('/') ? text : `${text}/${text.includes(':') ? '128' : '32'}`;
}

/** Whether a group of the device holds an address. */
type Holds = (group: string, address: string) => boolean;

/** All groups at once: to prepare a look-up takes longer than many look-ups. */
function holderOf(device: Device, world: World): Holds {
  const networks = [...device.objects].filter(([, { head }]) => head.startsWith('object-group network '));
  const groups = networks.map(([name]) => name);
  const lists = groups.map((group) => addressesOf(device, group, world).map(asPrefix));
  const find = indexCidrs(lists, (list) => groups[list] ?? '');
  return (group, address) => find(address)?.includes(group) === true;
}

function carries(device: Device, group: string, { protocol, port }: Flow): boolean {
  return (device.objects.get(group)?.lines ?? []).some((line) => {
    const [, named, from = '', to = from] =
      /^service-object (tcp|udp) destination (?:eq|range) (\d+)(?: (\d+))?$/.exec(line) ?? [];
    return named === protocol && Number(from) <= port && port <= Number(to);
  });
}

function matches(device: Device, holds: Holds, words: readonly string[], probe: Flow): boolean {
  const [service = '', ...rest] = words;
  const source = rest[0] === 'object-group' ? rest[1] : undefined;
  const destination = rest.at(rest.at(-1) === 'log' ? -2 : -1) ?? '';
  const v6 = probe.source.includes(':');
  const from = source === undefined ? rest[0] === (v6 ? 'any6' : 'any4') : holds(source, probe.source);
  return from && carries(device, service, probe) && holds(destination, probe.address);
}

/** What a device decides: by the access list for the direction of a probe, of which the first entry that matches counts. */
export function decider(device: Device, prefix: string, world: World): (probe: Flow) => Action | undefined {
  const holds = holderOf(device, world);
  return (probe): Action | undefined => {
    const list = device.lists.get(`${prefix}${probe.direction === 'outbound' ? 'out' : 'in'}`) ?? [];
    for (const line of list) {
      const [kind, verb, , ...words] = line.split(' ');
      const shut = words.join(' ') === (probe.source.includes(':') ? 'any6 any6' : 'any4 any4');
      if (kind === 'extended' && (shut || matches(device, holds, words, probe)))
        return verb === 'permit' ? 'allow' : 'deny';
    }
    return undefined;
  };
}

export const reader: Reader<CiscoAsaOptions> = ({ artifacts, options, world }) => {
  const device = newDevice();
  for (const { text } of artifacts) apply(device, text);
  return decider(device, options.prefix, world);
};
