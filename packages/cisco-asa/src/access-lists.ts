import type { Direction } from '@azureml-firewall/rule-model';
import { nameOf } from './names.js';
import type { CiscoAsaOptions } from './options.js';

/** An access list, and the interface that it is applied to where one is given. */
export interface AccessList {
  readonly direction: Direction;
  readonly name: string;
  readonly option: 'insideInterface' | 'outsideInterface';
  readonly interface?: string;
}

/** The two access lists: each stands at the interface where its traffic comes in. */
export function accessLists(options: CiscoAsaOptions): readonly AccessList[] {
  const sides = [
    ['outbound', 'out', 'insideInterface'],
    ['inbound', 'in', 'outsideInterface'],
  ] as const;
  return sides.map(([direction, name, option]) => {
    const nameif = options[option];
    const list = { direction, name: nameOf(name, options.prefix), option };
    return nameif === undefined ? list : { ...list, interface: nameif };
  });
}
