import { accepted, parseCidr, parsePortRange, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { ipsetElements, logPrefixBytes, setTimeout, shortestTimeout } from './limits.js';
import { modes, nameModes, otherNameModes, type LinuxOptions } from './options.js';
import { reservedWords } from './reserved-words.js';

function parseChoice(value: unknown, choices: readonly unknown[]): Parsed<unknown> {
  return choices.includes(value)
    ? accepted(value)
    : refused('iptables/choice', String(value), choices.map(String).join(' or '));
}

function parseNumber(value: unknown, from: number, to: number): Parsed<unknown> {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
    ? accepted(value)
    : refused('iptables/number', String(value), `a whole number from ${from} to ${to}`);
}

function parseText(text: unknown, form: RegExp, expected: string): Parsed<unknown> {
  return typeof text === 'string' && form.test(text)
    ? accepted(text)
    : refused('iptables/text', String(text), expected);
}

/** The name of the table in nftables, which has no way to quote a name. */
function parsePrefix(text: unknown): Parsed<unknown> {
  const expected = 'a lower-case letter, then up to seven letters and digits, and no word that nftables reserves';
  const parsed = parseText(text, /^[a-z][a-z0-9]{0,7}$/, expected);
  return parsed.ok && reservedWords.has(String(text)) ? refused('iptables/text', String(text), expected) : parsed;
}

function parseList(values: unknown, parse: (text: string) => Parsed<unknown>, expected: string): Parsed<unknown> {
  if (!Array.isArray(values)) return refused('iptables/list', String(values), expected);
  for (const value of values as readonly unknown[]) {
    const parsed = typeof value === 'string' ? parse(value) : refused('iptables/list', String(value), expected);
    if (!parsed.ok) return parsed;
  }
  return accepted(values);
}

/** An address by itself, in its one spelling: it goes between the `/` and `#` of the resolver's configuration. */
function parseUpstream(text: string): Parsed<unknown> {
  const [address = '', port, ...rest] = text.split('#');
  const prefix = parseCidr(address);
  const isAddress = prefix.ok && prefix.value.slice(0, prefix.value.indexOf('/')) === address;
  const isPort = port === undefined || (/^[0-9]+$/.test(port) && parsePortRange(port).ok);
  return isAddress && isPort && rest.length === 0
    ? accepted(text)
    : refused('iptables/upstream', text, 'an address such as 168.63.129.16, with #port where it is not 53');
}

function parseSubnet(text: string): Parsed<unknown> {
  const parsed = parseCidr(text);
  if (!parsed.ok || parsed.value === text) return parsed;
  return refused('iptables/subnet', text, `the prefix as ${parsed.value}`);
}

/** What dnsmasq asks; without any address no name would resolve. */
function parseUpstreams(values: unknown): Parsed<unknown> {
  const expected = 'at least one address of a resolver';
  const parsed = parseList(values, parseUpstream, expected);
  return parsed.ok && (values as readonly unknown[]).length === 0 ? refused('iptables/list', '', expected) : parsed;
}

function parse(options: LinuxOptions): Readonly<Record<keyof LinuxOptions, Parsed<unknown>>> {
  const uid = /^([a-z_][a-z0-9_-]{0,30}|0|[1-9][0-9]{0,8})$/;
  const word = new RegExp(`^[A-Za-z0-9._-]{0,${logPrefixBytes.value - 'reject '.length}}$`);
  return {
    mode: parseChoice(options.mode, modes),
    prefix: parsePrefix(options.prefix),
    subnets: parseList(options.subnets, parseSubnet, 'prefixes such as 10.20.0.0/16'),
    names: parseChoice(options.names, nameModes),
    upstreams: parseUpstreams(options.upstreams),
    otherNames: parseChoice(options.otherNames, otherNameModes),
    dnsUid: parseText(options.dnsUid, uid, 'a user by name or number, such as dnsmasq'),
    logPrefix: parseText(options.logPrefix, word, 'up to 22 letters, digits, "_", "." and "-"'),
    logPerMinute: parseNumber(options.logPerMinute, 0, 10_000),
    maxLearnt: parseNumber(options.maxLearnt, 64, ipsetElements.value),
    learntSeconds: parseNumber(options.learntSeconds, shortestTimeout, setTimeout.value),
  };
}

/** Why options may not be used. */
export function checkOptions(options: LinuxOptions): readonly OptionFault[] {
  return Object.entries(parse(options)).flatMap(([path, answer]) =>
    answer.ok ? [] : [{ path, refusal: answer.refusal }],
  );
}
