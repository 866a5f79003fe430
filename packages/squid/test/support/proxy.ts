import type { Action, Flow } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';

/** What the resolver of clients and proxy knows. */
export interface World {
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** What squid knows of a connection when it looks for a line. */
interface Asked {
  readonly method: 'CONNECT' | 'GET';
  /** A name, or an address. */
  readonly host: string;
  readonly port: number;
  readonly source: string;
  /** The address that was dialled, of an intercepted connection. */
  readonly dialled: string | undefined;
  readonly step: 1 | 2;
  readonly sni: string | undefined;
  readonly path: string;
  readonly portName: string;
  readonly marked: Set<string>;
}

interface Acl {
  readonly type: string;
  readonly flags: readonly string[];
  readonly values: readonly string[];
}

type Line = readonly [action: string, ...conditions: string[]];

/** squid's configuration, as squid 5 reads it. Written for the tests, from its manual and from what it did when tried. */
interface Proxy {
  readonly acls: ReadonlyMap<string, Acl>;
  readonly access: readonly Line[];
  readonly tls: readonly Line[];
  readonly intercepts: boolean;
  /** Ports that clients dial, by the port of squid that they are sent to. */
  readonly redirects: readonly {
    readonly source: readonly string[];
    readonly ports: readonly string[];
    readonly name: string;
  }[];
}

const knownBits = new Map<string, string>();

/** An address as a text of zeros and ones, kept since the same few are asked for again and again. */
function bitsOf(address: string): string {
  const bits = knownBits.get(address) ?? readBits(address);
  knownBits.set(address, bits);
  return bits;
}

function readBits(address: string): string {
  if (!address.includes(':'))
    return address.split('.').reduce((bits, octet) => bits + Number(octet).toString(2).padStart(8, '0'), '');
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const groups = [...head, ...new Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups.reduce((bits, group) => bits + parseInt(group, 16).toString(2).padStart(16, '0'), '');
}

function isAddress(text: string): boolean {
  return text.includes(':') || /^[0-9.]+$/.test(text);
}

export function holds(prefixes: readonly string[], address: string): boolean {
  const bits = bitsOf(address);
  return prefixes.some((prefix) => {
    const [start = '', length = ''] = prefix.split('/');
    return start.includes(':') === address.includes(':') && bits.startsWith(bitsOf(start).slice(0, Number(length)));
  });
}

function inRange(range: string, port: number): boolean {
  const [from = '', to = from] = range.split('-');
  return Number(from) <= port && port <= Number(to);
}

function domainMatches(domain: string, name: string): boolean {
  return domain.startsWith('.') ? `.${name}`.endsWith(domain) : domain === name;
}

/** POSIX, in which a backslash before a character means the character. */
function regexMatches({ flags, values }: Acl, text: string): boolean {
  return values.some((value) => new RegExp(value, flags.includes('-i') ? 'i' : '').test(text));
}

function decoded(path: string): string {
  return path.replace(/%([0-9A-Fa-f]{2})/g, (escape, hex: string) =>
    hex === '00' ? escape : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** Whether a name or address is in prefixes; a name only where it may be looked up. */
function hostIn({ flags, values }: Acl, host: string, world: World): boolean {
  if (isAddress(host)) return holds(values, host);
  if (flags.includes('-n')) return false;
  return (world.names[host] ?? []).some((address) => holds(values, address));
}

const judges: Readonly<Record<string, (acl: Acl, asked: Asked, world: World) => boolean>> = {
  src: ({ values }, { source }) => holds(values, source),
  dst: (acl, { host }, world) => hostIn(acl, host, world),
  // At the first look at an intercepted connection it is the address of squid's own port: as tried.
  localip: ({ values }, { dialled = '0.0.0.0', portName, step }) =>
    holds(values, portName === 'tls_in' && step === 1 ? '::' : dialled),
  port: ({ values }, { port }) => values.some((range) => inRange(range, port)),
  dstdomain: ({ values }, { host }) => values.some((value) => domainMatches(value, host)),
  dstdom_regex: (acl, { host }) => regexMatches(acl, host),
  'ssl::server_name': ({ values }, { sni, host }) => values.some((value) => domainMatches(value, sni ?? host)),
  'ssl::server_name_regex': (acl, { sni, host }) => regexMatches(acl, sni ?? host),
  urlpath_regex: (acl, { method, path }) => method === 'GET' && regexMatches(acl, decoded(path)),
  myportname: ({ values }, { portName }) => values.includes(portName),
  method: ({ values }, { method }) => values.includes(method),
  at_step: ({ values }, { step }) => values.includes(`SslBump${step}`),
  annotate_client: ({ values }, { marked }) => {
    for (const value of values) marked.add(value);
    return true;
  },
  note: ({ values }, { marked }) => marked.has(values.join('=')),
};

/** Lines that stand in every table and belong to no rule. */
const common = new Set(['all', '!clients', 'forward', 'connect', 'connect opened']);

/** What a table says: the action of the first line of which every condition holds, and whether that is of a rule. */
interface Decided {
  readonly action: string;
  readonly isOfRule: boolean;
}

function holdsFor(proxy: Proxy, condition: string, asked: Asked, world: World): boolean {
  const name = condition.replace('!', '');
  if (name === 'all') return true;
  const acl = proxy.acls.get(name);
  const judge = judges[acl?.type ?? ''];
  if (!acl || !judge) throw new Error(`ACL not found: ${name}`);
  return judge(acl, asked, world) !== condition.startsWith('!');
}

function decide(proxy: Proxy, table: readonly Line[], asked: Asked, world: World): Decided {
  const line = table.find(([, ...conditions]) => conditions.every((one) => holdsFor(proxy, one, asked, world)));
  const [action = 'none', ...conditions] = line ?? [];
  return { action, isOfRule: line !== undefined && !common.has(conditions.join(' ')) };
}

/** Nothing where no line of a rule decides. */
type Answer = Action | undefined;

/** What stops a connection that does not pass anyway: a rule that would, if there is one. */
function denial(proxy: Proxy, table: readonly Line[], asked: Asked, world: World): Answer {
  const stops = table.some(
    ([action, ...conditions]) =>
      (action === 'deny' || action === 'terminate') &&
      !common.has(conditions.join(' ')) &&
      conditions.every((one) => holdsFor(proxy, one, asked, world)),
  );
  return stops ? 'deny' : undefined;
}

function answerOfAccess(proxy: Proxy, asked: Asked, world: World): Answer {
  const { action, isOfRule } = decide(proxy, proxy.access, asked, world);
  if (action === 'allow') return 'allow';
  return isOfRule ? 'deny' : denial(proxy, proxy.access, asked, world);
}

/** TLS from its first byte on. The name in it has to be at the address that was dialled, where one was. */
function answerOfTls(proxy: Proxy, first: Asked, sni: string | undefined, world: World): Answer {
  const opened = answerOfAccess(proxy, first, world);
  if (opened !== 'allow') return opened;
  const start = decide(proxy, proxy.tls, first, world);
  if (start.action !== 'peek') return start.action === 'splice' ? 'allow' : 'deny';
  const seen: Asked = { ...first, step: 2, sni };
  const then = decide(proxy, proxy.tls, seen, world);
  if (then.action === 'terminate') return then.isOfRule ? 'deny' : undefined;
  const { dialled } = first;
  if (sni !== undefined && dialled !== undefined && !(world.names[sni] ?? []).includes(dialled))
    return denial(proxy, proxy.tls, seen, world);
  if (then.action === 'bump') return answerOfAccess(proxy, { ...seen, method: 'GET', host: sni ?? first.host }, world);
  const host = dialled === undefined ? first.host : (sni ?? first.host);
  return answerOfAccess(proxy, { ...seen, host }, world);
}

const httpPorts = new Set([80, 8080]);

/** The answer on one connection of a client: named where it has a name, else by its address. */
function answer(proxy: Proxy, world: World, flow: Flow): Answer {
  if (flow.direction === 'inbound' || flow.protocol === 'udp') return undefined;
  const { port, source = '', host, address, path } = flow;
  const sni = host ?? undefined;
  const shared = { port, source, path: path ?? '/', step: 1, sni: undefined, marked: new Set<string>() } as const;
  if (!proxy.intercepts) {
    const asked = { ...shared, host: host ?? address ?? '', dialled: undefined, portName: '3128' };
    if (httpPorts.has(port)) return answerOfAccess(proxy, { ...asked, method: 'GET' }, world);
    return answerOfTls(proxy, { ...asked, method: 'CONNECT' }, sni, world);
  }
  const dialled = address ?? '';
  const redirect = proxy.redirects.find(
    (one) => holds(one.source, source) && one.ports.some((range) => inRange(range, port)),
  );
  if (!redirect) return undefined;
  const asked = { ...shared, dialled, portName: redirect.name };
  if (redirect.name === 'tls_in') return answerOfTls(proxy, { ...asked, method: 'CONNECT', host: dialled }, sni, world);
  const request: Asked = { ...asked, method: 'GET', host: host ?? dialled };
  if (sni !== undefined && !(world.names[sni] ?? []).includes(dialled))
    return denial(proxy, proxy.access, request, world);
  return answerOfAccess(proxy, request, world);
}

function readAcl(words: readonly string[], files: ReadonlyMap<string, string>): Acl {
  const [type = '', ...rest] = words;
  const flags = rest.filter((word) => word === '-n' || word === '-i');
  const values = rest.slice(flags.length);
  const [, list] = /^".*\/(lists\/.*)"$/.exec(values[0] ?? '') ?? [];
  if (list === undefined) return { type, flags, values };
  const text = files.get(list);
  if (text === undefined || text.trim() === '') throw new Error(`empty ACL: ${list}`);
  return { type, flags, values: text.trimEnd().split('\n') };
}

/** The elements of the sets of a table, by their names. */
function setsIn(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...text.matchAll(/^\tset (\S+) \{\n([^]*?)^\t\}$/gm)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^\t\t\t(\S+),$/gm)].map(([, element = '']) => element),
    ]),
  );
}

function readRedirects(text: string, names: ReadonlyMap<string, string>): Proxy['redirects'] {
  const sets = setsIn(text);
  return [...text.matchAll(/saddr @(\S+) tcp dport @(\S+) redirect to :([0-9]+)/g)].map(
    ([, source = '', ports = '', to = '']) => ({
      source: sets.get(source) ?? [],
      ports: sets.get(ports) ?? [],
      name: names.get(to) ?? 'unknown',
    }),
  );
}

/** Reads the files of a rendering as squid would. */
function readProxy(artifacts: readonly Artifact[]): Proxy {
  const files = new Map(artifacts.map(({ path, text }) => [path, text]));
  const acls = new Map<string, Acl>();
  const [access, tls]: [Line[], Line[]] = [[], []];
  const names = new Map<string, string>();
  let intercepts = false;
  for (const line of (files.get('squid.conf') ?? '').split('\n')) {
    const [directive = '', name = '', ...words] = line.split(' ');
    if (directive === 'acl') {
      if (acls.has(name)) throw new Error(`defined twice: ${name}`);
      acls.set(name, readAcl(words, files));
    } else if (directive === 'http_access') access.push([name, ...words]);
    else if (directive === 'ssl_bump') tls.push([name, ...words]);
    else if (directive === 'http_port' || directive === 'https_port') {
      intercepts ||= words.includes('intercept');
      names.set(name, words.find((word) => word.startsWith('name='))?.slice(5) ?? '');
    }
  }
  return { acls, access, tls, intercepts, redirects: readRedirects(files.get('redirect.nft') ?? '', names) };
}

/** What a proxy with these files says of connections; nothing where no line of a rule decides. */
export function answersOf(artifacts: readonly Artifact[], world: World): (flow: Flow) => Answer {
  const proxy = readProxy(artifacts);
  return (flow) => answer(proxy, world, flow);
}

/** Whether a proxy with these files lets connections pass. */
export function proxyOf(artifacts: readonly Artifact[], world: World): (flow: Flow) => boolean {
  const answers = answersOf(artifacts, world);
  return (flow) => answers(flow) === 'allow';
}
