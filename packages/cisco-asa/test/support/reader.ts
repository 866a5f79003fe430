import { indexCidrs, type Action } from '@azureml-firewall/rule-model';
import type { Probe, Reader, World } from '@azureml-firewall/conformance';
import type { CiscoAsaOptions } from '../../src/index.js';
import { apply, newDevice, type Device } from './device.js';

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

function holds(list: readonly string[], address: string): boolean {
  const prefixes = list.map((one) => (one.includes('/') ? one : `${one}/${one.includes(':') ? '128' : '32'}`));
  return (indexCidrs([prefixes])(address) ?? []).length > 0;
}

function carries(device: Device, group: string, { protocol, port }: Probe): boolean {
  return (device.objects.get(group)?.lines ?? []).some((line) => {
    const [, named, from = '', to = from] =
      /^service-object (tcp|udp) destination (?:eq|range) (\d+)(?: (\d+))?$/.exec(line) ?? [];
    return named === protocol && Number(from) <= port && port <= Number(to);
  });
}

function matches(device: Device, world: World, words: readonly string[], probe: Probe): boolean {
  const [service = '', ...rest] = words;
  const source = rest[0] === 'object-group' ? rest[1] : undefined;
  const destination = rest.at(rest.at(-1) === 'log' ? -2 : -1) ?? '';
  const v6 = probe.source.includes(':');
  const from =
    source === undefined ? rest[0] === (v6 ? 'any6' : 'any4') : holds(addressesOf(device, source, world), probe.source);
  return from && carries(device, service, probe) && holds(addressesOf(device, destination, world), probe.address);
}

/** The access list for the direction of a probe: the first entry that matches decides. */
export const reader: Reader<CiscoAsaOptions> = ({ artifacts, options, world }) => {
  const device = newDevice();
  for (const { text } of artifacts) apply(device, text);
  return (probe): Action | undefined => {
    const list = device.lists.get(`${options.prefix}${probe.direction === 'outbound' ? 'out' : 'in'}`) ?? [];
    for (const line of list) {
      const [kind, verb, , ...words] = line.split(' ');
      if (kind === 'extended' && matches(device, world, words, probe)) return verb === 'permit' ? 'allow' : 'deny';
    }
    return undefined;
  };
};
