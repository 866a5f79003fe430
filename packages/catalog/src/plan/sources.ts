import { parseCidr, type Cidr, type Destination, type Source } from '@azureml-firewall/rule-model';
import type { Profile, Role } from '../profile/profile.js';

function cidrOf(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new TypeError(`${text} is not ${parsed.refusal.expected}`);
  return { kind: 'cidr', prefix: parsed.value };
}

/** Whether each role has addresses of its own, in place of one list for everybody. */
export function hasSourcesByRole({ network }: Profile): boolean {
  return !Array.isArray(network.sources);
}

/**
 * The workspace's own addresses for some roles: any where the profile names none at all. Where it names them by role,
 * a role without addresses has none, rather than all.
 */
export function ownAddresses({ network }: Profile, roles: readonly Role[]): readonly Source[] {
  const { sources } = network;
  if (!Array.isArray(sources)) {
    const byRole = sources as Readonly<Partial<Record<Role, readonly string[]>>>;
    return roles.flatMap((role) => byRole[role] ?? []).map(cidrOf);
  }
  const prefixes = sources as readonly string[];
  return prefixes.length === 0 ? [{ kind: 'any' }] : prefixes.map(cidrOf);
}

/** The same addresses as what inbound traffic goes to: the tag for the whole network stands for "any of ours". */
export function ownDestinations(profile: Profile, roles: readonly Role[]): readonly Destination[] {
  return ownAddresses(profile, roles).map((source) =>
    source.kind === 'any' ? { kind: 'service-tag', tag: 'VirtualNetwork' } : source,
  );
}
