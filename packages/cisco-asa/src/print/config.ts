import type { AddressFamily, PortRange } from '@azureml-firewall/rule-model';
import type { Artifact, Context, Span } from '@azureml-firewall/renderer-kit';
import { accessLists, type AccessList } from '../access-lists.js';
import type { AccessEntry, CiscoAsaModel, End, Member, NameObject, NetworkGroup, ServiceGroup } from '../model.js';
import type { CiscoAsaOptions } from '../options.js';
import { networkText } from './addresses.js';
import { remarkText } from './text.js';

const shortFamily: Readonly<Record<AddressFamily, string>> = { ipv4: 'v4', ipv6: 'v6' };
const anyOf: Readonly<Record<AddressFamily, string>> = { ipv4: 'any4', ipv6: 'any6' };

function nameLines({ name, family, host }: NameObject): readonly string[] {
  return [`object network ${name}`, ` fqdn ${shortFamily[family]} ${host}`];
}

function memberLine(member: Member): string {
  const what = member.kind === 'object' ? `object ${member.name}` : networkText(member.prefix);
  return ` network-object ${what}`;
}

function networkLines({ name, members }: NetworkGroup): readonly string[] {
  return [`object-group network ${name}`, ...members.map(memberLine)];
}

function portsText({ from, to }: PortRange): string {
  return from === to ? `eq ${String(from)}` : `range ${String(from)} ${String(to)}`;
}

function serviceLines({ name, protocol, ports }: ServiceGroup): readonly string[] {
  const lines = ports.map((range) => ` service-object ${protocol} destination ${portsText(range)}`);
  return [`object-group service ${name}`, ...lines];
}

function endText(end: End): string {
  return 'any' in end ? anyOf[end.any] : `object-group ${end.group}`;
}

function entryLines(list: string, entry: AccessEntry, log: boolean): readonly string[] {
  const { action, service, source, destination, remark } = entry;
  const verb = action === 'allow' ? 'permit' : 'deny';
  const ends = `${endText(source)} ${endText(destination)}`;
  return [
    `access-list ${list} remark ${remarkText(remark)}`,
    `access-list ${list} extended ${verb} object-group ${service} ${ends}${log ? ' log' : ''}`,
  ];
}

function applied({ name, interface: nameif }: AccessList): readonly string[] {
  return nameif === undefined ? [] : [`access-group ${name} in interface ${nameif}`];
}

/** Objects before what names them, then the access lists, then where they are applied. */
export function printConfig(model: CiscoAsaModel, { options }: Context<CiscoAsaOptions>): readonly Artifact[] {
  if (model.entries.length === 0) return [];
  const lines = [
    ...model.names.flatMap(nameLines),
    ...model.networks.flatMap(networkLines),
    ...model.services.flatMap(serviceLines),
  ];
  const spans: Span[] = [];
  for (const list of accessLists(options)) {
    const entries = model.entries.filter(({ direction }) => direction === list.direction);
    for (const entry of entries) {
      const from = lines.length + 1;
      lines.push(...entryLines(list.name, entry, options.log));
      spans.push(...entry.entries.map((id) => ({ entry: id, from, to: lines.length })));
    }
    if (entries.length > 0) lines.push(...applied(list));
  }
  return [{ path: 'asa.cfg', text: `${lines.join('\n')}\n`, spans }];
}
