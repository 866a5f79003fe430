import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { FilterRule, PacketFilter, SetRef } from '../../src/index.js';

/** A set as the kernel lists it. */
export interface LoadedSet {
  readonly name: string;
  readonly family: AddressFamily;
  /** What kind of set it is, with its limits. */
  readonly header: string;
  readonly elements: readonly string[];
}

/** A rule with a comment as the kernel lists it. */
export interface LoadedRule {
  readonly chain: string;
  readonly family: AddressFamily;
  readonly protocol: string;
  readonly ports: string;
  readonly source: string;
  readonly destination: string;
  readonly target: string;
  readonly comment: string;
}

/** What the kernel holds: rules without a comment as lines. */
export interface Loaded {
  readonly sets: readonly LoadedSet[];
  readonly rules: readonly LoadedRule[];
  readonly lines: readonly string[];
}

const digit = { ipv4: '4', ipv6: '6' } as const;
const families: readonly AddressFamily[] = ['ipv4', 'ipv6'];

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function portsText({ ports }: FilterRule, dash: string): string {
  return ports.map(({ from, to }) => (from === to ? String(from) : `${from}${dash}${to}`)).join(',');
}

interface Spelling {
  readonly setName: (set: SetRef, family: AddressFamily) => string;
  readonly chain: (word: string) => string;
  readonly dash: string;
  readonly targets: Readonly<Record<'allow' | 'out' | 'in', string>>;
}

function rulesAs({ rules }: PacketFilter, { setName, chain, dash, targets }: Spelling): readonly LoadedRule[] {
  return rules.map((rule) => ({
    chain: chain(rule.chain),
    family: rule.family,
    protocol: rule.protocol,
    ports: portsText(rule, dash),
    source: rule.source ? setName(rule.source, rule.family) : '',
    destination: setName(rule.destination, rule.family),
    target: rule.action === 'allow' ? targets.allow : targets[rule.chain],
    comment: rule.comment,
  }));
}

/** A prefix as `ipset` lists it: none of one address, and none of length 0. */
function ipsetElements(prefixes: readonly string[]): readonly string[] {
  const halves: Readonly<Record<string, readonly string[]>> = {
    '0.0.0.0/0': ['0.0.0.0/1', '128.0.0.0/1'],
    '::/0': ['::/1', '8000::/1'],
  };
  return prefixes.flatMap((prefix) => halves[prefix] ?? [prefix.replace(/(\.\d+)\/32$|(:[^/]*)\/128$/, '$1$2')]);
}

/** What the kernel has to hold once `iptables` files are applied. */
export function expectedOfIptables(filter: PacketFilter): Pick<Loaded, 'sets' | 'rules'> {
  const { prefix, maxLearnt, learntSeconds } = filter.settings;
  const setName = ({ use, label }: SetRef, family: AddressFamily): string =>
    [prefix, use, label, digit[family]].filter((part) => part !== '').join('-');
  return {
    sets: byName(
      filter.sets.map((set) => ({
        name: setName(set, set.family),
        family: set.family,
        header: set.prefixes ? `hash:net maxelem 4294967295` : `hash:ip maxelem ${maxLearnt} timeout ${learntSeconds}`,
        elements: ipsetElements(set.prefixes ?? []).toSorted(),
      })),
    ),
    rules: rulesAs(filter, {
      setName,
      chain: (word) => `${prefix}-${word}`.toUpperCase(),
      dash: ':',
      targets: { allow: 'ACCEPT', out: `${prefix}-reject`.toUpperCase(), in: `${prefix}-drop`.toUpperCase() },
    }),
  };
}

/** Reads `ipset save`. */
export function readIpsets(text: string): readonly LoadedSet[] {
  const elements = new Map<string, string[]>();
  const sets: Omit<LoadedSet, 'elements'>[] = [];
  for (const line of text.split('\n')) {
    const [, name = '', type, family, size, timeout] =
      /^create (\S+) (\S+) family (\S+) hashsize \d+ maxelem (\d+)( timeout \d+)? bucketsize/.exec(line) ?? [];
    if (name !== '') {
      sets.push({
        name,
        family: family === 'inet' ? 'ipv4' : 'ipv6',
        header: `${type} maxelem ${size}${timeout ?? ''}`,
      });
      elements.set(name, []);
    }
    const [, to = '', element = ''] = /^add (\S+) (\S+)/.exec(line) ?? [];
    elements.get(to)?.push(element);
  }
  return byName(sets.map((set) => ({ ...set, elements: (elements.get(set.name) ?? []).toSorted() })));
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

const saved =
  /^-A (\S+) -p (\S+)(?: -m set --match-set (\S+) src)? -m set --match-set (\S+) dst -m \S+ --dports? (\S+) -m comment --comment ("(?:[^"\\]|\\.)*"|\S+) -j (\S+)$/;

/** Reads `iptables-save` of one family. */
export function readSaved(text: string, family: AddressFamily): Omit<Loaded, 'sets'> {
  const rules: LoadedRule[] = [];
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const match = saved.exec(line);
    if (match) {
      const [, chain = '', protocol = '', source = '', destination = '', ports = '', comment = '', target = ''] = match;
      rules.push({ chain, family, protocol, ports, source, destination, target, comment: unquoted(comment) });
    } else if (/^[-:]/.test(line)) lines.push(line.replace(/ \[\d+:\d+\]$/, ''));
  }
  // Chains are listed by the alphabet; here what goes out comes first.
  return { rules: rules.toSorted((a, b) => Number(a.chain.endsWith('-IN')) - Number(b.chain.endsWith('-IN'))), lines };
}

/** What the kernel has to hold once the table is loaded. */
export function expectedOfNftables(filter: PacketFilter): Pick<Loaded, 'sets' | 'rules'> {
  const { prefix, maxLearnt, learntSeconds } = filter.settings;
  const setName = ({ use, label }: SetRef, family: AddressFamily): string =>
    [use, label, digit[family]].filter((part) => part !== '').join('_');
  return {
    sets: byName(
      filter.sets.map((set) => ({
        name: setName(set, set.family),
        family: set.family,
        header: set.prefixes ? 'interval' : `timeout size ${maxLearnt} timeout ${learntSeconds}`,
        elements: (set.prefixes ?? []).map((one) => one.replace(/(\.\d+)\/32$|(:[^/]*)\/128$/, '$1$2')).toSorted(),
      })),
    ),
    rules: rulesAs(filter, {
      setName,
      chain: (word) => `${prefix}_${word}`,
      dash: '-',
      targets: { allow: 'accept', out: `jump ${prefix}_reject`, in: `jump ${prefix}_drop` },
    }),
  };
}

interface NftMatch {
  readonly left: { readonly payload?: { readonly protocol: string; readonly field: string } };
  readonly right: unknown;
}

/** An address, a prefix, or one of them with the time that is left of it. */
type NftElement =
  | string
  | { readonly prefix: { readonly addr: string; readonly len: number } }
  | { readonly elem: { readonly val: NftElement } };

interface NftObject {
  readonly set?: {
    readonly name: string;
    readonly type: string;
    readonly flags: readonly string[];
    readonly size?: number;
    readonly timeout?: number;
    readonly elem?: readonly NftElement[];
  };
  readonly rule?: {
    readonly chain: string;
    readonly comment?: string;
    readonly expr: readonly {
      readonly match?: NftMatch;
      readonly jump?: { readonly target: string };
      readonly accept?: null;
      readonly set?: { readonly op: string; readonly set: string };
    }[];
  };
}

function portText(port: unknown): string {
  if (typeof port !== 'object' || port === null) return String(port);
  if ('range' in port && Array.isArray(port.range)) return port.range.join('-');
  return 'set' in port && Array.isArray(port.set) ? port.set.map(portText).join(',') : JSON.stringify(port);
}

function nftRule({ chain, comment = '', expr }: NonNullable<NftObject['rule']>): LoadedRule {
  const matches = expr.flatMap(({ match }) => match ?? []);
  const of = (field: string): NftMatch | undefined => matches.find(({ left }) => left.payload?.field === field);
  const set = (field: string): string => {
    const right = of(field)?.right;
    return typeof right === 'string' ? right.replace('@', '') : '';
  };
  const updated = expr.flatMap((part) => (part.set ? part.set.set : []));
  const jump = expr.find((part) => part.jump)?.jump?.target;
  const learnt = set('daddr').startsWith('dns_') ? [`@${set('daddr')}`] : [];
  if (updated.join() !== learnt.join()) throw new Error(`${comment}: updates ${updated.join()}`);
  return {
    chain,
    family: of('daddr')?.left.payload?.protocol === 'ip' ? 'ipv4' : 'ipv6',
    protocol: of('dport')?.left.payload?.protocol ?? '',
    ports: portText(of('dport')?.right),
    source: set('saddr'),
    destination: set('daddr'),
    target: jump === undefined ? (expr.some((part) => 'accept' in part) ? 'accept' : '') : `jump ${jump}`,
    comment,
  };
}

function elementText(element: NftElement): string {
  if (typeof element === 'string') return element;
  return 'elem' in element ? elementText(element.elem.val) : `${element.prefix.addr}/${element.prefix.len}`;
}

function nftSet({ name, type, flags, size, timeout, elem = [] }: NonNullable<NftObject['set']>): LoadedSet {
  const limits = timeout === undefined ? '' : ` size ${size} timeout ${timeout}`;
  return {
    name,
    family: type === 'ipv4_addr' ? 'ipv4' : 'ipv6',
    header: `${flags.join()}${limits}`,
    elements: elem.map(elementText).toSorted(),
  };
}

/** Reads `nft -j list ruleset`. */
export function readNft(text: string): Pick<Loaded, 'sets' | 'rules'> {
  const { nftables } = JSON.parse(text) as { readonly nftables: readonly NftObject[] };
  const rules = nftables.flatMap(({ rule }) => (rule?.comment === undefined ? [] : nftRule(rule)));
  return {
    sets: byName(nftables.flatMap(({ set }) => (set ? nftSet(set) : []))),
    rules: families.flatMap((family) =>
      ['out', 'in'].flatMap((word) =>
        rules.filter((rule) => rule.family === family && rule.chain.endsWith(`_${word}`)),
      ),
    ),
  };
}
