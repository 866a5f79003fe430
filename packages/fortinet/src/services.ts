import type { PortRange, Protocol } from '@azureml-firewall/rule-model';
import { rangesOfService } from './limits.js';
import type { CustomService, ServiceGroup } from './model.js';
import { serviceName } from './names.js';
import type { FortinetOptions } from './options.js';
import { partsOf } from './parts.js';

/** What carries a protocol with its ports: one service, or a group of several. */
export interface ServiceObjects {
  readonly name: string;
  readonly services: readonly CustomService[];
  readonly groups: readonly ServiceGroup[];
}

/** The objects for a protocol with its ports. */
export function serviceObjects(
  protocol: Protocol,
  ports: readonly PortRange[],
  { prefix, membersPerGroup }: FortinetOptions,
): ServiceObjects {
  const name = serviceName({ protocol, ports }, prefix);
  if (ports.length <= rangesOfService) return { name, services: [{ name, protocol, ports }], groups: [] };
  const count = Math.ceil(ports.length / rangesOfService);
  const services = Array.from({ length: count }, (_, i): CustomService => {
    const some = ports.slice(i * rangesOfService, (i + 1) * rangesOfService);
    return { name: serviceName({ protocol, ports: some }, prefix), protocol, ports: some };
  });
  return {
    name,
    services,
    groups: partsOf(
      name,
      services.map((service) => service.name),
      membersPerGroup,
    ),
  };
}
