import { parsePortRange } from '@azureml-firewall/rule-model';
import type { Fact } from '../edition/edition.js';
import { withoutRegion, type Query } from './query.js';

/** How a fact answers: it says the same, it covers what was asked, or it lies below the domain that was asked. */
export type Match = 'same' | 'covers' | 'below';

const label = '[a-z0-9-]+';

/** A host pattern as an expression: placeholders stand for one label or part of one, a leading `*.` for any below. */
function expression(pattern: string): RegExp {
  const body = pattern
    .toLowerCase()
    .replace(/\/.*$/, '')
    .split(/(<[a-z-]+>|^\*\.?)/)
    .map((part) => {
      if (part === '*.') return `(${label}\\.)+`;
      if (part === '*') return '.*';
      return part.startsWith('<') ? label : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    });
  return new RegExp(`^${body.join('')}$`);
}

/**
 * Names that a wildcard stands for, enough to tell whether a pattern covers it: one below its domain, and for a star
 * without a dot the domain itself and a look-alike.
 */
function samplesOf(wildcard: string): readonly string[] {
  const domain = wildcard.replace(/^\*\.?/, '');
  return wildcard.startsWith('*.') ? [`a.${domain}`] : [`a.${domain}`, domain, `a${domain}`];
}

/** Whether a pattern covers all that was asked for: a wildcard is covered by wildcards only. */
function covers(bare: string, host: string): boolean {
  if (!host.startsWith('*')) return expression(bare).test(host);
  return bare.startsWith('*') && samplesOf(host).every((sample) => expression(bare).test(sample));
}

function matchHost(pattern: string, host: string): Match | undefined {
  const bare = pattern.toLowerCase().replace(/\/.*$/, '');
  if (host === '' || !host.includes('.')) return undefined;
  if (bare === host) return 'same';
  if (covers(bare, host)) return bare.startsWith('*') ? 'covers' : 'same';
  const domain = host.replace(/^\*\.?/, '');
  return bare.endsWith(`.${domain}`) || bare === `*${domain}` || bare === domain ? 'below' : undefined;
}

/** Whether a name of a service tag, in whatever spelling and with or without a region, is one of some names. */
export function namesTag(names: readonly string[], query: Query): boolean {
  return names.some((name) => withoutRegion(name) === query.tag);
}

function matchTag({ tag, printed }: Fact, query: Query): Match | undefined {
  if (tag === undefined) return undefined;
  return namesTag([tag, printed ?? tag], query) ? 'same' : undefined;
}

/** `tcp/443` as its parts; without a protocol any will do. */
function portParts(text: string): readonly [protocol: string, range: string] {
  const [protocol = '', range] = text.split('/');
  return range === undefined ? ['any', protocol] : [protocol, range];
}

function matchRange(have: string, wanted: string): Match | undefined {
  if (have === wanted) return 'same';
  const [outer, inner] = [parsePortRange(have), parsePortRange(wanted)];
  if (!outer.ok || !inner.ok) return undefined;
  return outer.value.from <= inner.value.from && inner.value.to <= outer.value.to ? 'covers' : undefined;
}

/** Whether and how ports such as `tcp/443` answer one that was asked for. */
export function matchPort(ports: readonly string[], asked: string): Match | undefined {
  const [protocol, wanted] = portParts(asked);
  const matches = ports.map(portParts).map(([theirs, range]) => {
    const fits = protocol === 'any' || theirs === 'any' || theirs === protocol;
    return fits ? matchRange(range, wanted) : undefined;
  });
  return matches.find((match) => match === 'same') ?? matches.find((match) => match !== undefined);
}

/** Whether and how a fact answers a query. */
export function matchFact(fact: Fact, query: Query): Match | undefined {
  if (query.port !== undefined) return matchPort(fact.ports, query.port);
  return matchTag(fact, query) ?? (fact.host === undefined ? undefined : matchHost(fact.host, query.host));
}
