import type { Artifact } from '@azureml-firewall/renderer-kit';

/** One line of a rendered file, spoilt: the lab has to notice. */
export interface Sabotage {
  /** What is wrong afterwards, in a person's words. */
  readonly what: string;
  readonly backEnd: string;
  readonly workspace: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

const shapes = 'shapes';

/** Faults that a renderer or a person could make, each in one line. */
export const sabotages: readonly Sabotage[] = [
  {
    what: 'no jump for IPv6',
    backEnd: 'iptables',
    workspace: shapes,
    file: 'apply.sh',
    from: 'for tool in iptables ip6tables; do',
    to: 'for tool in iptables; do',
  },
  {
    what: 'no rejection at the end',
    backEnd: 'iptables',
    workspace: shapes,
    file: 'aml.rules.v4',
    from: '-A AML-OUT -j AML-REJECT\n',
    to: '',
  },
  {
    what: 'a UDP rule without its set of destinations',
    backEnd: 'iptables',
    workspace: shapes,
    file: 'aml.rules.v4',
    from: /(-A AML-OUT -p udp .*)-m set --match-set aml-dns-host-4 dst /,
    to: '$1',
  },
  {
    what: 'a rule without its set of sources',
    backEnd: 'iptables',
    workspace: shapes,
    file: 'aml.rules.v4',
    from: /-m set --match-set aml-from-\S+ src (?=-m set --match-set aml-dns-file-share-4)/,
    to: '',
  },
  {
    what: '*.x taken for x as well',
    backEnd: 'iptables',
    workspace: shapes,
    file: 'dnsmasq.conf',
    from: 'server=/shapes.example/\n',
    to: 'server=/shapes.example/198.51.100.2\n',
  },
  {
    what: 'x taken for *.x as well',
    backEnd: 'nftables',
    workspace: shapes,
    file: 'dnsmasq.conf',
    from: 'server=/*.one-label.example/\n',
    to: '',
  },
  {
    what: 'no rejection at the end',
    backEnd: 'nftables',
    workspace: shapes,
    file: 'aml.nft',
    from: /\t\tjump aml_reject\n/,
    to: '',
  },
  {
    what: 'a prefix one bit too wide',
    backEnd: 'nftables',
    workspace: shapes,
    file: 'aml.nft',
    from: '203.0.113.64/26,\n\t\t}\n\t}\n\tchain',
    to: '203.0.113.0/25,\n\t\t}\n\t}\n\tchain',
  },
  {
    what: 'a denial after what it denies',
    backEnd: 'nftables',
    workspace: shapes,
    file: 'aml.nft',
    from: /(\t\t.*@to_deny-prefix-inside_4 .*\n)((?:.*\n)*?)(\t\t.*@to_prefix_4 .*\n)/,
    to: '$2$3$1',
  },
  {
    what: 'a name whose addresses go into no set',
    backEnd: 'nftables',
    workspace: shapes,
    file: 'dnsmasq.conf',
    from: /nftset=\/every-port\.example\/.*\n/,
    to: '',
  },
  {
    what: 'no ssl_bump terminate all',
    backEnd: 'squid-explicit',
    workspace: shapes,
    file: 'squid.conf',
    from: 'ssl_bump terminate all\n',
    to: '',
  },
  {
    what: 'no ssl-bump on the port',
    backEnd: 'squid-explicit',
    workspace: shapes,
    file: 'squid.conf',
    from: /^http_port (\S+) ssl-bump .*$/m,
    to: 'http_port $1',
  },
  {
    what: 'no certificate for the port',
    backEnd: 'squid-explicit',
    workspace: shapes,
    file: 'squid.conf',
    from: / tls-cert=\S+/,
    to: '',
  },
  {
    what: 'addresses looked up in reverse (no -n)',
    backEnd: 'squid-explicit',
    workspace: shapes,
    file: 'squid.conf',
    from: 'wildcard-in-wildcard_below dstdomain -n',
    to: 'wildcard-in-wildcard_below dstdomain',
  },
  {
    what: 'the apex not taken out',
    backEnd: 'squid-explicit',
    workspace: shapes,
    file: 'squid.conf',
    from: / !wildcard-in-wildcard_apex$/m,
    to: '',
  },
  {
    what: 'a host without its ports',
    backEnd: 'squid-explicit',
    workspace: shapes,
    file: 'squid.conf',
    from: /(http_access allow \S+ )\S+ (wildcard-in-wildcard_below)/,
    to: '$1$2',
  },
  {
    what: 'a misspelt http_access',
    backEnd: 'squid-explicit',
    workspace: shapes,
    file: 'squid.conf',
    from: 'http_access deny all',
    to: 'http_access permit all',
  },
  {
    what: 'dot segments in paths',
    backEnd: 'squid-bump',
    workspace: shapes,
    file: 'squid.conf',
    from: /( path_files\S+_path !connect) !dot_segment/g,
    to: '$1',
  },
  {
    what: 'no ssl_bump terminate all',
    backEnd: 'squid-intercept',
    workspace: shapes,
    file: 'squid.conf',
    from: 'ssl_bump terminate all\n',
    to: '',
  },
  {
    what: 'the Host header not checked against the address',
    backEnd: 'squid-intercept',
    workspace: shapes,
    file: 'squid.conf',
    from: 'host_verify_strict on',
    to: 'host_verify_strict off',
  },
  {
    what: 'no fence beside the redirection',
    backEnd: 'squid-intercept',
    workspace: shapes,
    file: 'fence.nft',
    from: /\t\tip saddr .* jump aml_refuse\n/,
    to: '',
  },
];

/** Spoils the file. Throws where there is nothing to spoil: a sabotage that changes nothing would prove nothing. */
export function spoil({ file, from, to, what }: Sabotage): (artifacts: readonly Artifact[]) => readonly Artifact[] {
  return (artifacts) => {
    const spoilt = artifacts.map((one) => (one.path === file ? { ...one, text: one.text.replace(from, to) } : one));
    if (spoilt.every(({ text }, i) => text === artifacts[i]?.text))
      throw new Error(`${what}: ${file} has no such line`);
    return spoilt;
  };
}
