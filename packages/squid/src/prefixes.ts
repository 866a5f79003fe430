import { aggregateCidrs, familyOf, subtractCidrs, type AddressFamily } from '@azureml-firewall/rule-model';

/** squid keeps IPv4 in this block, so that an IPv6 prefix around it would take in all of IPv4. */
const mapped = '::ffff:0:0/96';

/**
 * Prefixes as squid takes them: none inside another (which is ignored with a warning), none over all addresses of a family
 * (`0.0.0.0/0` is read as "all", of IPv6 too), and of IPv6 none around IPv4.
 */
export function squidPrefixes(prefixes: readonly string[]): readonly string[] {
  const aggregated = aggregateCidrs(prefixes);
  return aggregated.flatMap((prefix) => {
    if (prefix === '0.0.0.0/0') return ['0.0.0.0/1', '128.0.0.0/1'];
    return prefix.startsWith('::') ? subtractCidrs([prefix], [mapped]) : [prefix];
  });
}

/** The families that no prefix is of. */
export function familiesWithout(prefixes: readonly string[]): readonly AddressFamily[] {
  return (['ipv4', 'ipv6'] as const).filter((family) => !prefixes.some((prefix) => familyOf(prefix) === family));
}
