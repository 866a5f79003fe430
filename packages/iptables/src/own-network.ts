import { aggregateCidrs, familyOf, type AddressFamily } from '@azureml-firewall/rule-model';
import type { Placed } from '@azureml-firewall/renderer-kit';
import type { Match } from './model.js';
import type { LinuxOptions } from './options.js';
import { sourcesOf } from './sources.js';

/** The prefixes of the workspace's own network, by family; none where the machine is a host. */
export type OwnNetwork = Readonly<Record<AddressFamily, readonly string[]>>;

function fromPolicy(placed: readonly Placed<Match>[], options: LinuxOptions): readonly string[] {
  const rules = [...new Set(placed.map(({ entry }) => entry.rule))];
  const outbound = rules
    .filter(({ direction }) => direction === 'outbound')
    .flatMap((rule) => sourcesOf(rule, options).prefixes);
  const inbound = placed
    .filter(({ entry }) => entry.rule.direction === 'inbound')
    .flatMap(({ nodes }) => nodes)
    .flatMap(({ target }) =>
      target.kind === 'prefix' ? [target.prefix] : target.kind === 'tag' ? target.prefixes : [],
    );
  return [...outbound, ...inbound];
}

/** The own network as option `subnets` gives it, else the sources of outbound rules and the destinations of inbound ones. */
export function ownNetworkOf(placed: readonly Placed<Match>[], options: LinuxOptions): OwnNetwork {
  if (options.mode === 'host') return { ipv4: [], ipv6: [] };
  const prefixes = aggregateCidrs(options.subnets.length > 0 ? options.subnets : fromPolicy(placed, options));
  return {
    ipv4: prefixes.filter((prefix) => familyOf(prefix) === 'ipv4'),
    ipv6: prefixes.filter((prefix) => familyOf(prefix) === 'ipv6'),
  };
}
