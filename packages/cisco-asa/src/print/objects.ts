import type { AddressFamily, PortRange } from '@azureml-firewall/rule-model';
import type { Member, NameObject, NetworkGroup, ServiceGroup } from '../model.js';
import { networkText } from './addresses.js';

const shortFamily: Readonly<Record<AddressFamily, string>> = { ipv4: 'v4', ipv6: 'v6' };

export function nameLines({ name, family, host }: NameObject): readonly string[] {
  return [`object network ${name}`, ` fqdn ${shortFamily[family]} ${host}`];
}

/** The line of a member within its group. */
export function memberText(member: Member): string {
  return `network-object ${member.kind === 'object' ? `object ${member.name}` : networkText(member.prefix)}`;
}

export function networkHead({ name }: NetworkGroup): string {
  return `object-group network ${name}`;
}

export function networkLines(group: NetworkGroup): readonly string[] {
  return [networkHead(group), ...group.members.map((member) => ` ${memberText(member)}`)];
}

function portsText({ from, to }: PortRange): string {
  return from === to ? `eq ${String(from)}` : `range ${String(from)} ${String(to)}`;
}

export function serviceLines({ name, protocol, ports }: ServiceGroup): readonly string[] {
  const lines = ports.map((range) => ` service-object ${protocol} destination ${portsText(range)}`);
  return [`object-group service ${name}`, ...lines];
}
