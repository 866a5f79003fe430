const tried =
  'accept add ah all and arp bridge cgroup chain comment comp constant continue counter cpu create ct day dccp ' +
  'define delete describe device devices dnat drop dst dup dynamic ecn element elements eq esp ether exists ' +
  'expires export exthdr fib flags flow flush frag fwd get goto handle hbh hook hour ibriport ibrname icmp ' +
  'icmpv6 igmp iif iifgroup iifname iiftype import include index inet insert interval ip ip6 ipsec jhash jump ' +
  'le limit list log lt map mark meta meter mh missing monitor netdev nftrace not notrack numgen obriport ' +
  'obrname offload oif oifgroup oifname oiftype or osf pkttype policy position priority queue quota random ' +
  'redefine redirect reject rename replace reset return rt rt0 rt2 rule ruleset sctp secmark set size skgid ' +
  'skuid snat socket srh symhash synproxy table tcp th time timeout tproxy type typeof udp udplite undefine ' +
  'update vlan vmap xor xt';

/** Of later releases, by their manual; not tried. */
const later = 'destroy geneve gre gretap last vxlan';

/**
 * Words of up to eight letters and digits that can't name a table: nftables has no quotes for names. Those of 1.0.6 were
 * tried one by one against its parser.
 */
export const reservedWords: ReadonlySet<string> = new Set(`${tried} ${later}`.split(' '));
