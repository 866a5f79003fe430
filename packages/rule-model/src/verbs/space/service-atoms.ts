import { protocols, serviceText, type Protocol, type Service } from '../../model/service.js';
import type { PortRange } from '../../net/ports.js';
import { carriesStretch, portStretches } from '../compile/service-table.js';

/** Ports of a protocol that no service tells apart. */
export interface ServiceAtom {
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
  /** The services that carry them, as {@link serviceText} shows them. */
  readonly services: ReadonlySet<string>;
}

function atomsOf(services: readonly Service[], protocol: Protocol): readonly ServiceAtom[] {
  const byKey = new Map<string, { ports: PortRange[]; services: ReadonlySet<string> }>();
  for (const stretch of portStretches(services, protocol)) {
    const carriers = services.filter((service) => carriesStretch(service, protocol, stretch)).map(serviceText);
    if (carriers.length === 0) continue;
    const key = carriers.join(' ');
    const known = byKey.get(key);
    if (known) known.ports.push(stretch);
    else byKey.set(key, { ports: [stretch], services: new Set(carriers) });
  }
  return [...byKey.values()].map(({ ports, services: carriers }) => ({ protocol, ports, services: carriers }));
}

/** The ports that some service carries, in atoms. */
export function serviceAtoms(services: Iterable<Service>): readonly ServiceAtom[] {
  const distinct = [...new Map(Array.from(services, (service) => [serviceText(service), service])).values()];
  return protocols.flatMap((protocol) => atomsOf(distinct, protocol));
}
