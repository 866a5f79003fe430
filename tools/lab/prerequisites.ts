import { attempt } from './net/run.js';

/** Debian's packages by a command of theirs that the lab calls. */
const packages: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  'iptables-restore': 'iptables',
  'ip6tables-restore': 'iptables',
  nft: 'nftables',
  ipset: 'ipset',
  dnsmasq: 'dnsmasq-base',
  squid: 'squid-openssl',
  openssl: 'openssl',
  unshare: 'util-linux',
};

/** What the lab lacks on this machine, in words that say what to do; undefined when it can run. */
export function missing(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root, for network namespaces of its own';
  const absent = Object.entries(packages).filter(
    ([command]) => attempt(['sh', '-c', `PATH=$PATH:/usr/sbin:/sbin; command -v ${command}`]).status !== 0,
  );
  const names = [...new Set(absent.map(([, name]) => name))];
  if (names.length > 0) return `apt-get install --no-install-recommends ${names.join(' ')}`;
  if (!attempt(['sh', '-c', 'PATH=$PATH:/usr/sbin:/sbin; squid -v']).output.includes('--with-openssl'))
    return 'apt-get install squid-openssl: squid lacks TLS';
  const unshared = attempt(['unshare', '--mount', '--net', '--pid', '--fork', 'true']);
  return unshared.status === 0 ? undefined : `namespaces are not allowed here: ${unshared.output.trim()}`;
}
