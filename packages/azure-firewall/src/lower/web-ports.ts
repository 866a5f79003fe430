import type { Application, PortRange, Service } from '@azureml-firewall/rule-model';
import { limitOf, type LimitOverrides } from '../limits.js';
import type { ApplicationProtocol } from '../model.js';

/** The ports of a service by what can carry them when the destination is a name. */
export interface Split {
  /** Web traffic, by the source's word or by the registered port: an application rule says just that. */
  readonly web: readonly ApplicationProtocol[];
  readonly rest: readonly PortRange[];
}

const registered: Readonly<Record<number, 'Http' | 'Https'>> = { 80: 'Http', 443: 'Https' };

function fits({ from, to }: PortRange, limits: LimitOverrides): boolean {
  return to - from < limitOf('expandedPorts', limits) && to <= limitOf('applicationRulePort', limits);
}

function portsOf({ from, to }: PortRange): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function webType(range: PortRange, application?: Application): 'Http' | 'Https' | undefined {
  if (application === 'smb') return undefined;
  if (application) return application === 'http' ? 'Http' : 'Https';
  return range.from === range.to ? registered[range.from] : undefined;
}

/** Parts web ports from the rest. UDP on them is QUIC or nothing that an application rule would see. */
export function splitPorts({ protocol, ports, application }: Service, limits: LimitOverrides): Split {
  if (protocol === 'udp') return { web: [], rest: ports };
  const isWeb = (range: PortRange): boolean => fits(range, limits) && webType(range, application) !== undefined;
  return {
    web: ports.filter(isWeb).flatMap((range) => {
      const type = webType(range, application) ?? 'Https';
      return portsOf(range).map((port) => ({ type, port }));
    }),
    rest: ports.filter((range) => !isWeb(range)),
  };
}

/** Ports that an application rule can name one by one, with those that it can't. */
export function expand(
  ports: readonly PortRange[],
  limits: LimitOverrides,
): {
  readonly single: readonly ApplicationProtocol[];
  readonly wide: readonly PortRange[];
} {
  const single = ports.filter((range) => fits(range, limits)).flatMap(portsOf);
  return {
    single: single.map((port) => ({ type: registered[port] ?? 'Https', port })),
    wide: ports.filter((range) => !fits(range, limits)),
  };
}

/** The web ports inside ranges that are too wide to be written out: all that is left of `tcp/*`. */
export function webPortsIn(ranges: readonly PortRange[]): readonly ApplicationProtocol[] {
  return [80, 443]
    .filter((port) => ranges.some(({ from, to }) => from <= port && port <= to))
    .map((port) => ({ type: registered[port] ?? 'Https', port }));
}
