import { familyOf } from '@azureml-firewall/rule-model';
import { Namespace } from './namespace.js';
import { run } from './run.js';

/** Addresses of the links between the three namespaces, and of the resolver in the internet. */
export const links = {
  client: { ipv4: '192.0.2.2', ipv6: 'fd50:1::2' },
  lan: { ipv4: '192.0.2.1', ipv6: 'fd50:1::1' },
  wan: { ipv4: '192.0.2.129', ipv6: 'fd50:2::1' },
  internet: { ipv4: '192.0.2.130', ipv6: 'fd50:2::2' },
  resolver: '198.51.100.2',
} as const;

/** What the internet answers for: prefixes for documentation and benchmarks, and one that is never routed. */
export const internetPrefixes = [
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '100.64.0.0/10',
  '2001:db8::/32',
] as const;

/** The three namespaces, in a row. */
export interface Topology {
  readonly client: Namespace;
  readonly gateway: Namespace;
  readonly internet: Namespace;
}

/** Rejections are to arrive at once, and what one case has established is not to help the next one. */
const forwarding = {
  'net/ipv4/ip_forward': 1,
  'net/ipv6/conf/all/forwarding': 1,
  'net/ipv4/icmp_ratelimit': 0,
  'net/ipv4/icmp_msgs_per_sec': 100_000,
  'net/ipv6/icmp/ratelimit': 0,
};

/** Makes a namespace answer for whole prefixes, and lets its processes speak from any address in them. */
function local(space: Namespace, prefixes: readonly string[]): void {
  space.set({ 'net/ipv6/ip_nonlocal_bind': 1, 'net/ipv4/ip_nonlocal_bind': 1 });
  space.ip(prefixes.map((prefix) => `route add local ${prefix} dev lo`));
}

/** Builds client, gateway and internet; the client answers for the networks that the policies name as sources. */
export function buildTopology(clientPrefixes: readonly string[]): Topology {
  const [client, gateway, internet] = ['client', 'gateway', 'internet'].map((name) => {
    run(['ip', 'netns', 'add', name]);
    const space = new Namespace(name);
    space.set({ 'net/ipv6/conf/all/accept_dad': 0, 'net/ipv6/conf/default/accept_dad': 0 });
    space.ip(['link set lo up']);
    return space;
  });
  if (!client || !gateway || !internet) throw new Error('three namespaces are needed');
  run(['ip', 'link', 'add', 'up0', 'netns', 'client', 'type', 'veth', 'peer', 'name', 'lan', 'netns', 'gateway']);
  run(['ip', 'link', 'add', 'wan', 'netns', 'gateway', 'type', 'veth', 'peer', 'name', 'down0', 'netns', 'internet']);
  const join = (space: Namespace, device: string, end: { ipv4: string; ipv6: string }): void => {
    space.ip([
      `address add ${end.ipv4}/25 dev ${device}`,
      `address add ${end.ipv6}/64 dev ${device} nodad`,
      `link set ${device} up`,
    ]);
  };
  join(client, 'up0', links.client);
  join(gateway, 'lan', links.lan);
  join(gateway, 'wan', links.wan);
  join(internet, 'down0', links.internet);
  client.ip([`route add default via ${links.lan.ipv4}`, `route add ::/0 via ${links.lan.ipv6}`]);
  internet.ip([`route add default via ${links.wan.ipv4}`, `route add ::/0 via ${links.wan.ipv6}`]);
  local(client, clientPrefixes);
  local(internet, internetPrefixes);
  const towards = (prefixes: readonly string[], end: { ipv4: string; ipv6: string }): string[] =>
    prefixes.map((prefix) => `route add ${prefix} via ${end[familyOf(prefix)]}`);
  gateway.ip([...towards(clientPrefixes, links.client), ...towards(internetPrefixes, links.internet)]);
  gateway.set(forwarding);
  return { client, gateway, internet };
}
