import { indexCidrs, type Flow } from '@azureml-firewall/rule-model';
import type { PanosConfig, PanosModel, SecurityRule } from '../../src/index.js';

/** A session with what a firewall can see of it beside the flow. */
export interface Session extends Flow {
  readonly source: string;
  readonly host: string | null;
  readonly address: string;
  readonly path: string | null;
  /** What App-ID calls it; a URL category sees only the first two. */
  readonly application: 'ssl' | 'web-browsing' | 'other';
}

/** What the firewall's DNS answers. */
export type Dns = Readonly<Record<string, string>>;

/** Tokens of an entry or of a request, as the vendor's guideline divides them; separators stay. */
function tokens(text: string): readonly string[] {
  return text.toLowerCase().match(/[./?&=;+]|[^./?&=;+]+/g) ?? [];
}

const isSeparator = (token: string | undefined): boolean => token === undefined || /^[./?&=;+]$/.test(token);

/** A star is one token or more, with the separators between them. */
function tokensMatch(pattern: readonly string[], given: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return given.length === 0;
  if (first !== '*') return given[0] === first && tokensMatch(rest, given.slice(1));
  return given.some((token, i) => !isSeparator(token) && tokensMatch(rest, given.slice(i + 1)));
}

/** Whether a URL category entry matches; the slash at its end ends the host, or the path that stands before it. */
export function entryMatches(entry: string, host: string, path: string): boolean {
  if (/^[^/]*\/$/.test(entry)) return tokensMatch(tokens(entry), tokens(`${host}/`));
  const [request, ended] = [tokens(`${host}${path}`), tokens(`${host}${path}/`)];
  return tokensMatch(tokens(entry), request) || tokensMatch(tokens(entry), ended);
}

type Matches = (session: Session) => boolean;

/** A rule of the list of names, with all that they stand for. */
function byAddress(
  { config, feeds }: PanosModel,
  names: readonly string[],
  dns: Dns,
  side: 'source' | 'address',
): Matches {
  if (names.includes('any')) return () => true;
  const prefixes: string[] = [];
  const collect = (name: string): void => {
    const address = config.addresses.find((one) => one.name === name);
    const resolved = address?.kind === 'fqdn' ? dns[address.value] : undefined;
    if (address)
      prefixes.push(...(address.kind === 'ip-netmask' ? [address.value] : resolved ? [`${resolved}/32`] : []));
    config.groups.find((group) => group.name === name)?.members.forEach(collect);
    if (config.lists.some((list) => list.name === name))
      prefixes.push(...(feeds.find((feed) => feed.name === name)?.prefixes ?? []));
  };
  names.forEach(collect);
  const index = indexCidrs([prefixes]);
  return (session) => (index(session[side])?.length ?? 0) > 0;
}

function byService({ services }: PanosConfig, names: readonly string[]): Matches {
  const ranges = services
    .filter(({ name }) => names.includes(name))
    .flatMap(({ protocol, ports }) =>
      ports.split(',').map((text) => {
        const [from = '0', to = from] = text.split('-');
        return { protocol, from: Number(from), to: Number(to) };
      }),
    );
  return ({ protocol, port }) => ranges.some((one) => one.protocol === protocol && one.from <= port && port <= one.to);
}

function byCategory({ categories }: PanosConfig, names: readonly string[], decryption: boolean): Matches {
  if (names.includes('any')) return () => true;
  const entries = categories.filter(({ name }) => names.includes(name)).flatMap((category) => category.entries);
  return ({ host, path, application, protocol }) => {
    if (host === null || application === 'other' || protocol === 'udp') return false;
    const seen = decryption || application === 'web-browsing' ? path : null;
    return entries.some(
      (entry) => (/^[^/]*\/$/.test(entry) || seen !== null) && entryMatches(entry, host, seen ?? '/'),
    );
  };
}

function ruleMatches(model: PanosModel, rule: SecurityRule, dns: Dns, decryption: boolean): Matches {
  const { config } = model;
  const parts: readonly Matches[] = [
    ({ direction }) => rule.from.includes(direction === 'outbound' ? 'trust' : 'untrust'),
    ({ direction }) => rule.to.includes(direction === 'outbound' ? 'untrust' : 'trust'),
    ({ application }) => rule.application.includes('any') || rule.application.includes(application),
    byService(config, rule.service),
    byCategory(config, rule.category, decryption),
    byAddress(model, rule.source, dns, 'source'),
    byAddress(model, rule.destination, dns, 'address'),
  ];
  return (session) => parts.every((part) => part(session));
}

/** A firewall as simple as its manual: the rule that matches first, or none. */
export function firewall(
  model: PanosModel,
  dns: Dns,
  decryption: boolean,
): (session: Session) => SecurityRule | undefined {
  const rules = model.config.rules.map((rule) => ({ rule, matches: ruleMatches(model, rule, dns, decryption) }));
  return (session) => rules.find(({ matches }) => matches(session))?.rule;
}
