import { accepted, refused, type AddressFamily, type Parsed } from '@azureml-firewall/rule-model';
import type { AddressSet, FilterRule, PacketFilter } from '../model.js';
import { defaultSettings, type Settings } from '../options.js';
import { iptablesFiles } from '../print/iptables.js';
import { parseDnsmasq } from './dnsmasq.js';
import { linesMatching, namedSet, portsOf, prefixesIn, setOf } from './extract.js';
import { differenceIn, type File } from './same-files.js';

const wholes: Readonly<Record<string, string>> = {
  '0.0.0.0/1 128.0.0.0/1': '0.0.0.0/0',
  '::/1 8000::/1': '::/0',
};

interface ParsedSets {
  readonly sets: readonly AddressSet[];
  readonly settings: Partial<Settings>;
}

/** The elements of each set, by the name that they are swapped into. */
function elementsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const elements = new Map<string, readonly string[]>();
  let aside: string[] = [];
  for (const [verb, , value = ''] of linesMatching(text, /^(add|swap) (\S+) (\S+)$/)) {
    if (verb === 'add') aside.push(...prefixesIn([value]));
    else {
      elements.set(value, aside);
      aside = [];
    }
  }
  return elements;
}

function parseSets(text: string, prefix: string): ParsedSets {
  const elements = elementsIn(text);
  const created = linesMatching(text, /^create (\S+) hash:(?:net|ip) family inet6? maxelem (\d+)(?: timeout (\d+))? /);
  const settings: { maxLearnt?: number; learntSeconds?: number } = {};
  const sets = created.flatMap(([name = '', size = '', timeout = '']): readonly AddressSet[] => {
    const named = namedSet(name.slice(prefix.length + 1));
    if (!named) return [];
    if (timeout !== '') Object.assign(settings, { maxLearnt: Number(size), learntSeconds: Number(timeout) });
    const list = elements.get(name) ?? [];
    const whole = wholes[list.join(' ')];
    return [setOf(named, whole === undefined ? list : [whole])];
  });
  return { sets, settings };
}

const ruleLine =
  /^-A \S+-(OUT|IN) -p (tcp|udp)(?: -m set --match-set (\S+) src)? -m set --match-set (\S+) dst -m \S+ --dports? (\S+) -m comment --comment "([^"\\]*)" -j (\S+)$/;

function parseRules(text: string, family: AddressFamily, prefix: string): readonly FilterRule[] {
  return linesMatching(text, ruleLine).flatMap(
    ([chain, protocol, from = '', to = '', ports = '', comment = '', target]) => {
      const [source, destination] = [namedSet(from.slice(prefix.length + 1)), namedSet(to.slice(prefix.length + 1))];
      if (!destination) return [];
      return {
        chain: chain === 'OUT' ? 'out' : 'in',
        family,
        protocol: protocol === 'tcp' ? 'tcp' : 'udp',
        ports: portsOf(ports),
        ...(source && { source: { use: source.use, label: source.label } }),
        destination: { use: destination.use, label: destination.label },
        action: target === 'ACCEPT' ? 'allow' : 'deny',
        comment,
      };
    },
  );
}

function parseHooks(text: string): Partial<Settings> {
  const [[dnsUid] = []] = linesMatching(text, /--uid-owner (\S+) -j ACCEPT$/);
  const [[perMinute, logPrefix] = []] = linesMatching(text, /--limit (\d+)\/min -j LOG --log-prefix "(.*)reject "$/);
  return {
    mode: /^:\S+-FORWARD /m.test(text) ? 'gateway' : 'host',
    ...(dnsUid !== undefined && { dnsUid }),
    logPerMinute: Number(perMinute ?? 0),
    ...(logPrefix !== undefined && { logPrefix }),
  };
}

/** What the files say when they are read line by line; whether they say nothing else is not looked at. */
function extract(text: (name: string) => string, prefix: string): PacketFilter {
  const { sets, settings } = parseSets(text(`${prefix}.ipset`), prefix);
  const [v4, v6] = [text(`${prefix}.rules.v4`), text(`${prefix}.rules.v6`)];
  const resolver = parseDnsmasq(text('dnsmasq.conf'), new RegExp(`^${prefix}-(.*)$`));
  return {
    settings: { ...defaultSettings, ...settings, ...parseHooks(v4), ...resolver.settings, prefix },
    sets,
    rules: [...parseRules(v4, 'ipv4', prefix), ...parseRules(v6, 'ipv6', prefix)],
    answers: resolver.answers,
    fills: resolver.fills,
  };
}

/**
 * Reads files that target `iptables` printed: at least sets, rules of both families and `dnsmasq.conf`. Settings that no
 * file shows have their defaults.
 *
 * Anything that would not be printed so is refused with the first line that differs.
 */
export function parseIptables(files: readonly File[]): Parsed<PacketFilter> {
  const [prefix] = files.flatMap(({ path }) => /^([a-z][a-z0-9]{0,7})\.ipset$/.exec(path)?.[1] ?? []);
  const needed = [`${prefix}.rules.v4`, `${prefix}.rules.v6`, 'dnsmasq.conf'];
  if (prefix === undefined || !needed.every((name) => files.some(({ path }) => path === name)))
    return refused('iptables/no-file', '', 'files that end in .ipset, .rules.v4 and .rules.v6, and dnsmasq.conf');
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const filter = extract((name) => texts.get(name) ?? '', prefix);
  const refusal = differenceIn(files, iptablesFiles({ filter, carriers: [] }));
  return refusal ? { ok: false, refusal } : accepted(filter);
}
