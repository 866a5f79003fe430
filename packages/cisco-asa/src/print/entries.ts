import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { AccessList } from '../access-lists.js';
import type { AccessEntry, End } from '../model.js';
import { remarkText } from './text.js';

const anyOf: Readonly<Record<AddressFamily, string>> = { ipv4: 'any4', ipv6: 'any6' };

function endText(end: End): string {
  return 'any' in end ? anyOf[end.any] : `object-group ${end.group}`;
}

/** An entry under its remark. Without a line number both go to the end of the list, a remark also if it is there. */
export function entryLines(list: string, entry: AccessEntry, log: boolean): readonly string[] {
  const { action, service, source, destination, remark } = entry;
  const verb = action === 'allow' ? 'permit' : 'deny';
  const ends = `${endText(source)} ${endText(destination)}`;
  return [
    `access-list ${list} remark ${remarkText(remark)}`,
    `access-list ${list} extended ${verb} object-group ${service} ${ends}${log ? ' log' : ''}`,
  ];
}

/** Puts a list in force at its interface, where one is given. */
export function appliedLines({ name, interface: nameif }: AccessList): readonly string[] {
  return nameif === undefined ? [] : [`access-group ${name} in interface ${nameif}`];
}

/** Takes a list out of force and away. What an interface without a list does is for the reader to know before. */
export function removedLines({ name, interface: nameif }: AccessList): readonly string[] {
  const warning = `! Without a list ${nameif ?? ''} passes all that goes to interfaces of a lower security level.`;
  const released = nameif === undefined ? [] : [warning, `no access-group ${name} in interface ${nameif}`];
  return [...released, `clear configure access-list ${name}`];
}
