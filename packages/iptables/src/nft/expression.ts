import type { AddressFamily, PortRange, Protocol } from '@azureml-firewall/rule-model';
import type { Json } from '@azureml-firewall/renderer-kit';

/** A part of a rule in both spellings that `nft` reads. */
export interface Expression {
  readonly text: string;
  readonly json: Json;
}

function equals(left: Json, right: Json): Json {
  return { match: { op: '==', left, right } };
}

function payload(protocol: string, field: string): Json {
  return { payload: { protocol, field } };
}

const word: Readonly<Record<AddressFamily, string>> = { ipv4: 'ip', ipv6: 'ip6' };

/** Replies and what belongs to them, such as errors. */
export const established: Expression = {
  text: 'ct state established,related',
  json: { match: { op: 'in', left: { ct: { key: 'state' } }, right: ['established', 'related'] } },
};

/** `ip daddr @to_x_4`. */
export function addressIn(side: 'saddr' | 'daddr', family: AddressFamily, set: string): Expression {
  return {
    text: `${word[family]} ${side} @${set}`,
    json: equals(payload(word[family], side), `@${set}`),
  };
}

/** Starts the time of an address in a set anew: unlike an ipset, it does not do so when the resolver answers again. */
export function updateSet(family: AddressFamily, set: string): Expression {
  return {
    text: `update @${set} { ${word[family]} daddr }`,
    json: { set: { op: 'update', elem: payload(word[family], 'daddr'), set: `@${set}` } },
  };
}

function rangeText({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

function rangeJson({ from, to }: PortRange): Json {
  return from === to ? from : { range: [from, to] };
}

/** `tcp dport { 80, 8704-8710 }`. */
export function ports(protocol: Protocol, ranges: readonly PortRange[]): Expression {
  const [only] = ranges;
  const single = ranges.length === 1 && only !== undefined;
  return {
    text: `${protocol} dport ${single ? rangeText(only) : `{ ${ranges.map(rangeText).join(', ')} }`}`,
    json: equals(payload(protocol, 'dport'), single ? rangeJson(only) : { set: ranges.map(rangeJson) }),
  };
}

/** All packets of one family. */
export function ofFamily(family: AddressFamily): Expression {
  return { text: `meta nfproto ${family}`, json: equals({ meta: { key: 'nfproto' } }, family) };
}

/** From one UDP port to another, in one family: a client of DHCP. */
export function udpBetween(family: AddressFamily, from: number, to: number): readonly Expression[] {
  return [
    ofFamily(family),
    { text: `udp sport ${from}`, json: equals(payload('udp', 'sport'), from) },
    { text: `udp dport ${to}`, json: equals(payload('udp', 'dport'), to) },
  ];
}

/** Questions of the resolver itself. */
export function dnsOf(user: string): readonly Expression[] {
  const isNumber = /^[0-9]+$/.test(user);
  return [
    {
      text: `meta skuid ${isNumber ? user : `"${user}"`}`,
      json: equals({ meta: { key: 'skuid' } }, isNumber ? Number(user) : user),
    },
    { text: 'meta l4proto { tcp, udp }', json: equals({ meta: { key: 'l4proto' } }, { set: ['tcp', 'udp'] }) },
    { text: 'th dport 53', json: equals(payload('th', 'dport'), 53) },
  ];
}

/** What goes out to this machine itself. */
export const loopback: Expression = { text: 'oifname "lo"', json: equals({ meta: { key: 'oifname' } }, 'lo') };

const neighbours = [
  'mld-listener-report',
  'mld-listener-done',
  'nd-router-solicit',
  'nd-neighbor-solicit',
  'nd-neighbor-advert',
  'mld2-listener-report',
];

/** Without it no IPv6 address has a neighbour. */
export const neighbourDiscovery: Expression = {
  text: `icmpv6 type { ${neighbours.join(', ')} }`,
  json: equals(payload('icmpv6', 'type'), { set: neighbours }),
};

export const tcp: Expression = { text: 'meta l4proto tcp', json: equals({ meta: { key: 'l4proto' } }, 'tcp') };

export const counter: Expression = { text: 'counter', json: { counter: null } };

export const accept: Expression = { text: 'accept', json: { accept: null } };

export const drop: Expression = { text: 'drop', json: { drop: null } };

export const reset: Expression = { text: 'reject with tcp reset', json: { reject: { type: 'tcp reset' } } };

export const prohibited: Expression = {
  text: 'reject with icmpx admin-prohibited',
  json: { reject: { type: 'icmpx', expr: 'admin-prohibited' } },
};

/** Goes on in another chain. */
export function jump(chain: string): Expression {
  return { text: `jump ${chain}`, json: { jump: { target: chain } } };
}

/** A message to the kernel's log, so many a minute at most. */
export function log(prefix: string, perMinute: number): readonly Expression[] {
  return [
    { text: `limit rate ${perMinute}/minute`, json: { limit: { rate: perMinute, per: 'minute' } } },
    { text: `log prefix "${prefix}"`, json: { log: { prefix } } },
  ];
}
