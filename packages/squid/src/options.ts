import { accepted, parseCidr, parsePortRange, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';

/** How traffic gets to squid. */
export const modes = ['explicit', 'intercept'] as const;

/** How prefixes and service tags are matched by an explicit proxy. */
export const addressModes = ['literal', 'resolved', 'none'] as const;

/** What has to be known of the proxy beside the policy. */
export interface SquidOptions {
  /**
   * `explicit`: clients name the proxy and send it CONNECT; `intercept`: the gateway redirects their connections to it,
   * and they know nothing.
   */
  readonly mode: (typeof modes)[number];
  /** Whether TLS may be opened for the hosts of path entries, with a certificate authority that the clients trust. */
  readonly bump: boolean;
  /** Where the files are put on the proxy: absolute, without a slash at its end. */
  readonly directory: string;
  /** Networks that may use the proxy. None: the sources of the policy. */
  readonly clients: readonly string[];
  /** Address that an explicit proxy listens on. None: all. */
  readonly listen?: string;
  /** Port of the forward proxy. An intercepting squid needs one as well: it is bound to the loopback and closed. */
  readonly port: number;
  /** Port that HTTP is redirected to. */
  readonly interceptHttpPort: number;
  /** Port that TLS is redirected to. */
  readonly interceptTlsPort: number;
  /** Resolvers; an intercepting squid must ask those of the clients. None: those of the system. */
  readonly dnsServers: readonly string[];
  /**
   * `literal`: only requests that name an address; `resolved`: also names of which one address lies in a prefix, whichever
   * address squid then connects to; `none`: prefixes and tags are left to a packet filter.
   */
  readonly addresses: (typeof addressModes)[number];
  /** PEM file with a certificate and its key, of a certificate authority where TLS is opened. None: `<directory>/proxy.pem`. */
  readonly certificate?: string;
  /** Debian's helper that makes certificates for opened hosts. */
  readonly certificateGenerator: string;
  /** Where the helper keeps them. */
  readonly certificateDatabase: string;
  /** Authorities that squid trusts when it opens TLS. */
  readonly trustedCertificates: string;
  readonly logDirectory: string;
  readonly pidFile: string;
}

export const defaults: SquidOptions = {
  mode: 'explicit',
  bump: false,
  directory: '/etc/squid/aml',
  clients: [],
  port: 3128,
  interceptHttpPort: 3129,
  interceptTlsPort: 3130,
  dnsServers: [],
  addresses: 'literal',
  certificateGenerator: '/usr/lib/squid/security_file_certgen',
  certificateDatabase: '/var/lib/squid-aml/ssl_db',
  trustedCertificates: '/etc/ssl/certs/ca-certificates.crt',
  logDirectory: '/var/log/squid',
  pidFile: '/run/squid-aml.pid',
};

/** The file with the certificate of the proxy. */
export function certificateOf({ certificate, directory }: SquidOptions): string {
  return certificate ?? `${directory}/proxy.pem`;
}

function parseChoice(value: unknown, choices: readonly unknown[]): Parsed<unknown> {
  return choices.includes(value)
    ? accepted(value)
    : refused('squid/choice', String(value), choices.map(String).join(' or '));
}

/** Letters that need no quotes, in squid's configuration as in a shell. */
function parsePath(text: unknown): Parsed<unknown> {
  const isPath = typeof text === 'string' && text.length <= 200 && /^(\/[A-Za-z0-9._-]+)+$/.test(text);
  return isPath && !/\/\.\.?(\/|$)/.test(text)
    ? accepted(text)
    : refused('squid/path', String(text), 'an absolute path of letters, digits, "_", "." and "-"');
}

function parsePort(value: unknown): Parsed<unknown> {
  return typeof value === 'number' && parsePortRange(String(value)).ok
    ? accepted(value)
    : refused('squid/port', String(value), 'a port from 1 to 65535');
}

function parseAddress(text: unknown): Parsed<unknown> {
  const parsed = typeof text === 'string' && !text.includes('/') ? parseCidr(text) : undefined;
  const canonical = parsed?.ok === true ? parsed.value.replace(/\/(32|128)$/, '') : undefined;
  return canonical !== undefined && canonical === text
    ? accepted(text)
    : refused('squid/address', String(text), 'an IPv4 or IPv6 address in its one spelling');
}

function parsePrefix(text: unknown): Parsed<unknown> {
  const parsed = typeof text === 'string' ? parseCidr(text) : undefined;
  return parsed?.ok === true && parsed.value === text
    ? accepted(text)
    : refused('squid/prefix', String(text), 'an IPv4 or IPv6 prefix such as 10.20.0.0/16');
}

function parseList(list: readonly unknown[], parse: (item: unknown) => Parsed<unknown>): Parsed<unknown> {
  return list.map(parse).find(({ ok }) => !ok) ?? accepted(list);
}

function optional<T>(value: T | undefined, parse: (value: T) => Parsed<unknown>): Parsed<unknown> {
  return value === undefined ? accepted(value) : parse(value);
}

/** An intercepting proxy sees the address of every connection, so that there is nothing to choose. */
function parseAddresses({ addresses, mode }: SquidOptions): Parsed<unknown> {
  if (mode === 'intercept' && addresses !== defaults.addresses)
    return refused('squid/choice', addresses, `${defaults.addresses} with mode intercept`);
  return parseChoice(addresses, addressModes);
}

function parseListen({ listen, mode }: SquidOptions): Parsed<unknown> {
  if (listen !== undefined && mode === 'intercept')
    return refused('squid/choice', listen, 'none with mode intercept, which listens where packets are redirected to');
  return optional(listen, parseAddress);
}

function parseApart(options: SquidOptions, port: number, others: readonly number[]): Parsed<unknown> {
  if (options.mode === 'intercept' && others.includes(port))
    return refused('squid/port', String(port), 'three different ports');
  return parsePort(port);
}

/** Why options may not be used. */
export function checkOptions(options: SquidOptions): readonly OptionFault[] {
  const { port, interceptHttpPort, interceptTlsPort } = options;
  const parsed: Readonly<Record<keyof SquidOptions, Parsed<unknown>>> = {
    mode: parseChoice(options.mode, modes),
    bump: parseChoice(options.bump, [true, false]),
    directory: parsePath(options.directory),
    clients: parseList(options.clients, parsePrefix),
    listen: parseListen(options),
    port: parsePort(port),
    interceptHttpPort: parseApart(options, interceptHttpPort, [port]),
    interceptTlsPort: parseApart(options, interceptTlsPort, [port, interceptHttpPort]),
    dnsServers: parseList(options.dnsServers, parseAddress),
    addresses: parseAddresses(options),
    certificate: optional(options.certificate, parsePath),
    certificateGenerator: parsePath(options.certificateGenerator),
    certificateDatabase: parsePath(options.certificateDatabase),
    trustedCertificates: parsePath(options.trustedCertificates),
    logDirectory: parsePath(options.logDirectory),
    pidFile: parsePath(options.pidFile),
  };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
