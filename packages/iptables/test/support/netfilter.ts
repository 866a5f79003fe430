import type { Flow } from '@azureml-firewall/rule-model';

/** One packet of a connection that nothing is known of yet. */
export interface Packet {
  readonly family: 4 | 6;
  readonly source: string;
  readonly address: string;
  readonly protocol: Flow['protocol'];
  readonly port: number;
}

/** A condition of a rule. */
type Condition = (packet: Packet) => boolean;

/** A rule: where it leads, and when; `log` leads nowhere. */
export interface KernelRule {
  readonly matches: Condition;
  readonly target: string;
  /** Whether it stands for a rule of the policy: those have a comment. */
  readonly isPolicy: boolean;
}

/** What becomes of a packet: by a rule of the policy, or refused since none of them has it. */
export type Verdict = 'allow' | 'deny' | 'refuse';

/** Chains by name, and who is in which set. */
export interface Kernel {
  readonly chains: ReadonlyMap<string, readonly KernelRule[]>;
}

/** Prefixes by the name of their set; of learnt sets none. */
export type Sets = Map<string, string[]>;

/** An address as a text of zeros and ones. */
function bitsOf(address: string): string {
  if (!address.includes(':'))
    return address.split('.').reduce((bits, octet) => bits + Number(octet).toString(2).padStart(8, '0'), '');
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const groups = [...head, ...new Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups.reduce((bits, group) => bits + parseInt(group, 16).toString(2).padStart(16, '0'), '');
}

const starts = new Map<string, string>();

/** The bits of a prefix behind its family; the same ones are asked for again and again. */
function startOf(prefix: string): string {
  const [start = '', length] = prefix.split('/');
  const found = starts.get(prefix) ?? `${start.includes(':')}${bitsOf(start).slice(0, Number(length ?? 128))}`;
  starts.set(prefix, found);
  return found;
}

/** Whether an address is in one of some prefixes of its family. */
export function holds(prefixes: readonly string[], address: string): boolean {
  const bits = `${address.includes(':')}${bitsOf(address)}`;
  return prefixes.some((prefix) => bits.startsWith(startOf(prefix)));
}

function inPorts(list: string, port: number): boolean {
  return list.split(/, ?/).some((range) => {
    const [from, to = from] = range.split(/[:-]/).map(Number);
    return (from ?? 0) <= port && port <= (to ?? 0);
  });
}

const never: Condition = () => false;

/** The value of an option of iptables, and the options that can't be true for the first packet of a connection out. */
const options: Readonly<Record<string, (value: string, sets: Sets) => Condition>> = {
  '-p': (value) => (packet) => packet.protocol === value,
  '--dport': (value) => (packet) => inPorts(value, packet.port),
  '--dports': (value) => (packet) => inPorts(value, packet.port),
  '--ctstate': () => never,
  '-o': () => never,
  '--uid-owner': () => never,
  '--sport': () => never,
  '--icmpv6-type': () => never,
  '--match-set': (value, sets) => {
    const [name = '', side] = value.split(' ');
    const prefixes = sets.get(name);
    if (!prefixes) throw new Error(`no set ${name}`);
    return (packet) => holds(prefixes, side === 'src' ? packet.source : packet.address);
  },
};

const ignored = new Set(['-m', '--comment', '--limit', '--log-prefix', '--reject-with']);

function iptablesRule(text: string, sets: Sets): KernelRule {
  const conditions: Condition[] = [];
  let target = '';
  const words = /(--?[a-z0-9-]+) ("[^"]*"|[^" ]+(?: (?:src|dst))?)/g;
  for (const [, option = '', value = ''] of text.matchAll(words)) {
    if (option === '-j') target = value;
    else if (!ignored.has(option)) {
      const make = options[option];
      if (!make) throw new Error(`no such option: ${option}`);
      conditions.push(make(value, sets));
    }
  }
  return {
    matches: (packet) => conditions.every((condition) => condition(packet)),
    target,
    isPolicy: text.includes('--comment'),
  };
}

/** Reads a restore file as the kernel would. */
export function iptablesKernel(text: string, sets: Sets): Kernel {
  const chains = new Map<string, KernelRule[]>();
  for (const line of text.split('\n')) {
    const declared = /^:(\S+) /.exec(line)?.[1];
    if (declared !== undefined) chains.set(declared, []);
    const [, chain = '', rest = ''] = /^-A (\S+) (.*)$/.exec(line) ?? [];
    if (chain === '') continue;
    const rules = chains.get(chain);
    if (!rules) throw new Error(`no chain ${chain}`);
    rules.push(iptablesRule(rest, sets));
  }
  return { chains };
}

type NftForm = readonly [RegExp, (groups: readonly string[], sets: Sets) => Condition | string];

const always: Condition = () => true;

function member(sets: Sets, name: string): readonly string[] {
  const prefixes = sets.get(name);
  if (!prefixes) throw new Error(`no set ${name}`);
  return prefixes;
}

/** What a rule of nftables can start with, and what that means; a text is where it leads. */
const nftForms: readonly NftForm[] = [
  [
    /^ip6? saddr @(\S+) ?/,
    ([name = ''], sets) =>
      (packet) =>
        holds(member(sets, name), packet.source),
  ],
  [
    /^ip6? daddr @(\S+) ?/,
    ([name = ''], sets) =>
      (packet) =>
        holds(member(sets, name), packet.address),
  ],
  [
    /^(tcp|udp) dport (?:\{ (.*?) \}|(\S+)) ?/,
    ([protocol, list, one]) =>
      (packet) =>
        packet.protocol === protocol && inPorts(list === undefined || list === '' ? (one ?? '') : list, packet.port),
  ],
  [
    /^meta nfproto ipv([46]) ?/,
    ([digit]) =>
      (packet) =>
        packet.family === Number(digit),
  ],
  [/^meta l4proto tcp ?/, () => (packet) => packet.protocol === 'tcp'],
  [/^(?:ct state|oifname|meta skuid|udp sport|icmpv6 type) .*/, () => never],
  [/^update @\S+ \{ ip6? daddr \} ?/, () => always],
  [/^counter ?/, () => always],
  [/^limit rate .*/, () => 'LOG'],
  [/^jump (\S+) ?/, ([chain = '']) => chain],
  [/^(accept|drop) ?/, ([verdict = '']) => verdict.toUpperCase()],
  [/^reject with .*/, () => 'REJECT'],
  [/^comment "[^"]*"$/, () => always],
];

function nftRule(text: string, sets: Sets): KernelRule {
  const conditions: Condition[] = [];
  let target = '';
  let rest = text;
  while (rest !== '') {
    const here = rest;
    const form = nftForms.find(([pattern]) => pattern.test(here));
    const match = form?.[0].exec(here);
    if (!form || !match) throw new Error(`no such rule: ${here}`);
    const meaning = form[1](
      match.slice(1).map((group: string | undefined) => group ?? ''),
      sets,
    );
    if (typeof meaning === 'string') target = meaning;
    else conditions.push(meaning);
    rest = here.slice(match[0].length);
  }
  // The end of a rule that can't match is not read.
  return {
    matches: (packet) => conditions.every((condition) => condition(packet)),
    target: target || 'LOG',
    isPolicy: text.includes('comment "'),
  };
}

/** Reads a table as the kernel would. */
export function nftKernel(text: string, sets: Sets): Kernel {
  const chains = new Map<string, KernelRule[]>();
  const filled = text.slice(text.lastIndexOf('\ntable '));
  for (const [, name = '', body = ''] of filled.matchAll(/^\tchain (\S+) \{\n([^]*?)^\t\}$/gm))
    chains.set(
      name,
      body
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => nftRule(line.trim(), sets)),
    );
  return { chains };
}

/** What a chain does with a packet; nothing where it leaves it to others, or comes to a chain that does not count. */
export function verdictOf(kernel: Kernel, chain: string, packet: Packet, notInto = ''): Verdict | undefined {
  for (const { matches, target, isPolicy } of kernel.chains.get(chain) ?? []) {
    if (!matches(packet)) continue;
    if (isPolicy) return target === 'ACCEPT' ? 'allow' : 'deny';
    if (target === 'ACCEPT') return 'allow';
    if (target === 'DROP' || target === 'REJECT') return 'refuse';
    if (target === notInto) return undefined;
    const inner = target === 'LOG' ? undefined : verdictOf(kernel, target, packet, notInto);
    if (inner) return inner;
  }
  return undefined;
}
