import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { Redirect, SquidModel } from '../model.js';
import { familiesWithout } from '../prefixes.js';
import { chain, clientSets, clientTexts, nftFile, portSet, replacedTable } from './nft.js';

const redirectTable = 'aml_squid';
const fenceTable = 'aml_squid_fence';

/** Sends to squid what clients dial, of both families at once. */
function redirectFile({ http, tls, httpPort, tlsPort }: Redirect, clients: readonly string[]): Artifact {
  const sides = [
    { set: 'http_ports', ports: http, to: httpPort },
    { set: 'tls_ports', ports: tls, to: tlsPort },
  ].filter(({ ports }) => ports.length > 0);
  const rules = sides.flatMap(({ set, to }) =>
    clientTexts(clients, 'saddr').map((source) => `${source} tcp dport @${set} redirect to :${to}`),
  );
  const own = `tcp dport { ${httpPort}, ${tlsPort} }`;
  const body = [
    ...clientSets(clients),
    ...sides.flatMap(({ set, ports }) => portSet(set, ports)),
    ...chain('aml_prerouting', [
      'type nat hook prerouting priority dstnat; policy accept;',
      '# What the gateway offers itself stays reachable.',
      'fib daddr type local return',
      ...rules,
    ]),
    ...chain('aml_input', [
      'type filter hook input priority filter; policy accept;',
      '# Dialled directly, these ports would have squid call itself.',
      `${own} ct status dnat accept`,
      `${own} reject with tcp reset`,
    ]),
  ];
  const what = 'Redirects the connections of clients to squid. Load it again at any time.';
  return { path: 'redirect.nft', text: nftFile(what, replacedTable(redirectTable, body)), spans: [] };
}

/**
 * Forwards nothing from clients or to them, so that the proxy is the only way. Where no network of theirs has addresses of
 * a family, nothing tells them from others in it, and open would be the wrong way to fail.
 */
function fenceFile(clients: readonly string[]): Artifact {
  const sides = [...clientTexts(clients, 'saddr'), ...clientTexts(clients, 'daddr')];
  const body = [
    ...clientSets(clients),
    ...chain('aml_refuse', ['meta l4proto tcp reject with tcp reset', 'reject with icmpx admin-prohibited']),
    ...chain('aml_forward', [
      'type filter hook forward priority filter; policy accept;',
      'ct state established,related accept',
      ...sides.map((side) => `${side} jump aml_refuse`),
      ...familiesWithout(clients).map((family) => `meta nfproto ${family} jump aml_refuse`),
    ]),
  ];
  const what =
    'Forwards nothing for clients, so that the proxy is the only way out. Not beside a packet filter of its own.';
  return { path: 'fence.nft', text: nftFile(what, replacedTable(fenceTable, body)), spans: [] };
}

/** Files for the packet filter of the gateway; none where there are no clients. */
export function packetFiles({ clients, redirect }: SquidModel): readonly Artifact[] {
  if (clients.length === 0) return [];
  return [...(redirect ? [redirectFile(redirect, clients)] : []), fenceFile(clients)];
}

/** Removes all that the files for the packet filter make, whether or not it is there. */
export function undoFile(): Artifact {
  const lines = [redirectTable, fenceTable].flatMap((name) => [`table inet ${name}`, `delete table inet ${name}`]);
  return { path: 'undo.nft', text: nftFile('Removes the tables of redirect.nft and fence.nft.', lines), spans: [] };
}
