import { mergePorts, type Policy, type PortRange, type Service } from '@azureml-firewall/rule-model';
import { intersectPorts, subtractPorts } from './port-sets.js';

function port(number: number): PortRange {
  return { from: number, to: number };
}

/**
 * Ports whose protocols are neither HTTP nor begin with TLS, or whose clients know no proxies: SSH, mail, DNS, NetBIOS and
 * SMB, LDAP, and the databases (IANA's register of service names, 2026-07).
 */
const otherPorts = [22, 25, 53, 139, 389, 445, 1433, 3306, 5432].map(port);

/** The ports of a service on which a proxy is of use. */
export function webPorts({ application, ports }: Service): readonly PortRange[] {
  if (application === 'smb') return [];
  return application === undefined ? subtractPorts(ports, otherPorts) : ports;
}

function portsBy(policy: Policy, application: Service['application']): readonly PortRange[] {
  return policy.collections
    .flatMap(({ rules }) => rules.flatMap(({ services }) => services))
    .flatMap((service) => (service.protocol === 'tcp' && service.application === application ? service.ports : []));
}

/**
 * The ports on which an intercepting proxy expects HTTP: 80, and those that only HTTP is said of. A port is one or the other:
 * a packet is redirected before anybody knows what it holds. All others are taken for TLS.
 */
export function httpPorts(policy: Policy): readonly PortRange[] {
  const encrypted = subtractPorts(portsBy(policy, 'https'), [port(80)]);
  return subtractPorts(mergePorts([port(80), ...portsBy(policy, 'http')]), encrypted);
}

/** Ports apart: those of HTTP, and those of TLS. */
export function portsApart(
  ports: readonly PortRange[],
  http: readonly PortRange[],
): { readonly http: readonly PortRange[]; readonly tls: readonly PortRange[] } {
  return { http: intersectPorts(ports, http), tls: subtractPorts(ports, http) };
}
