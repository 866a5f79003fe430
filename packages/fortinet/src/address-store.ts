import { familyOf, type AddressFamily } from '@azureml-firewall/rule-model';
import type { Address } from './model.js';
import { prefixName } from './names.js';

/** The address objects of a policy. Each is made once: a prefix can be in a dozen tags. */
export interface AddressStore {
  /** Puts a prefix in, and gives the name of its object. */
  readonly addPrefix: (prefix: string) => string;
  /** Puts in an object for what FortiOS looks up, and gives its name. */
  readonly addFqdn: (family: AddressFamily, name: string, fqdn: string) => string;
  /** As the tables are printed: IPv4 first, each family by name. */
  readonly all: () => readonly Address[];
}

function byName(a: Address, b: Address): number {
  return a.name < b.name ? -1 : 1;
}

/** A store without objects. */
export function newAddressStore(start: string): AddressStore {
  const known = { ipv4: new Map<string, Address>(), ipv6: new Map<string, Address>() };
  const add = (family: AddressFamily, content: string, name: string, value: Address['value']): string => {
    known[family].set(content, { family, name, value });
    return name;
  };
  return {
    addPrefix: (prefix) => {
      const family = familyOf(prefix);
      const name = known[family].get(prefix)?.name;
      return name ?? add(family, prefix, prefixName(prefix, start), { kind: 'prefix', prefix });
    },
    addFqdn: (family, name, fqdn) => add(family, fqdn, name, { kind: 'fqdn', fqdn }),
    all: () => [known.ipv4, known.ipv6].flatMap((objects) => [...objects.values()].toSorted(byName)),
  };
}
