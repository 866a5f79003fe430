import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { AddressSet, FilterRule, PacketFilter, SetRef } from '../model.js';
import { defaultSettings, type Settings } from '../options.js';
import { nftablesFiles } from '../print/nftables.js';
import { parseDnsmasq } from './dnsmasq.js';
import { namedSet, portsOf, setOf } from './extract.js';
import { differenceIn, type File } from './same-files.js';
import { rawJson, rawText, type RawTable } from './raw-table.js';

const ruleLine =
  /^(?:(ip6?) saddr @(\S+) )?(ip6?) daddr @(\S+) (tcp|udp) dport (?:\{ (.*?) \}|(\S+)) (?:update .*? \} )?counter (accept|jump \S+) comment "([^"\\]*)"$/;

function refOf(name: string): SetRef | undefined {
  const named = namedSet(name);
  return named && { use: named.use, label: named.label };
}

function ruleOf(chain: 'out' | 'in', text: string): readonly FilterRule[] {
  const match = ruleLine.exec(text);
  if (!match) return [];
  const [, , from = '', ip, to = '', protocol, list, port, verdict, comment = ''] = match;
  const [source, destination] = [refOf(from), refOf(to)];
  if (!destination) return [];
  return [
    {
      chain,
      family: ip === 'ip' ? 'ipv4' : 'ipv6',
      protocol: protocol === 'tcp' ? 'tcp' : 'udp',
      ports: portsOf(list ?? port ?? ''),
      ...(source && { source }),
      destination,
      action: verdict === 'accept' ? 'allow' : 'deny',
      comment,
    },
  ];
}

function rulesOf({ rules }: RawTable, prefix: string): readonly FilterRule[] {
  const all = (['out', 'in'] as const).flatMap((chain) =>
    rules.filter((rule) => rule.chain === `${prefix}_${chain}`).flatMap(({ text }) => ruleOf(chain, text)),
  );
  return (['ipv4', 'ipv6'] as const).flatMap((family) => all.filter((rule) => rule.family === family));
}

function settingsOf({ sets, chains, rules }: RawTable, prefix: string): Partial<Settings> {
  const learnt = sets.find(({ timeout }) => timeout !== '');
  const texts = rules.map(({ text }) => text).join('\n');
  const dnsUid = /^meta skuid "?([^" ]+)"? /m.exec(texts)?.[1];
  const [, perMinute, logPrefix] = /^limit rate (\d+)\/minute log prefix "(.*)reject "$/m.exec(texts) ?? [];
  return {
    mode: chains.includes(`${prefix}_forward`) ? 'gateway' : 'host',
    ...(learnt && { maxLearnt: Number(learnt.size), learntSeconds: Number(learnt.timeout) }),
    ...(dnsUid !== undefined && { dnsUid }),
    logPerMinute: Number(perMinute ?? 0),
    ...(logPrefix !== undefined && { logPrefix }),
  };
}

function filterOf(raw: RawTable, dnsmasq: string, prefix: string): PacketFilter {
  const resolver = parseDnsmasq(dnsmasq, /^[46]#inet#[^#]+#(.*)$/);
  return {
    settings: { ...defaultSettings, ...settingsOf(raw, prefix), ...resolver.settings, prefix },
    sets: raw.sets.flatMap(({ name, prefixes }): readonly AddressSet[] => {
      const named = namedSet(name);
      return named ? [setOf(named, prefixes)] : [];
    }),
    rules: rulesOf(raw, prefix),
    answers: resolver.answers,
    fills: resolver.fills,
  };
}

/**
 * Reads files that target `nftables` printed: the table as text, or as JSON where there is no text, and `dnsmasq.conf`.
 * Settings that no file shows have their defaults.
 *
 * Anything that would not be printed so is refused with the first line that differs.
 */
export function parseNftables(files: readonly File[]): Parsed<PacketFilter> {
  const main =
    files.find(({ path }) => /^[a-z][a-z0-9]{0,7}\.nft$/.test(path)) ??
    files.find(({ path }) => path.endsWith('.nft.json'));
  const dnsmasq = files.find(({ path }) => path === 'dnsmasq.conf');
  if (!main || !dnsmasq)
    return refused('iptables/no-file', '', 'a file that ends in .nft or .nft.json, and dnsmasq.conf');
  const prefix = main.path.slice(0, main.path.indexOf('.'));
  const raw = main.path.endsWith('.json') ? rawJson(main.text) : rawText(main.text);
  if (!raw) return refused('iptables/not-ours', main.path, 'JSON');
  const filter = filterOf(raw, dnsmasq.text, prefix);
  const refusal = differenceIn(files, nftablesFiles({ filter, carriers: [] }));
  return refusal ? { ok: false, refusal } : accepted(filter);
}
