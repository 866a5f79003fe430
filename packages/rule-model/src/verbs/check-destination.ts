import {
  parseSuffix,
  type Cidr,
  type Destination,
  type Destinations,
  type ResolvedPrefixes,
  type ServiceTag,
} from '../model/destination.js';
import type { Source } from '../model/source.js';
import { parseCidr } from '../net/cidr.js';
import { parseHostname } from '../net/hostname.js';
import { newScan, scanCidr } from '../net/scan-cidr.js';
import { parseServiceTagName } from '../net/service-tag-name.js';
import { parseSingleLine } from '../net/single-line.js';
import { parseUrlPath } from '../net/url-path.js';
import { canonical, checkEach, checkOneOf, checkText, checkUnique, type PolicyFault } from './faults.js';

const host = canonical(parseHostname);
const suffix = canonical(parseSuffix);
const urlPath = canonical(parseUrlPath);
const cidr = canonical(parseCidr);

function checkCidr(path: string, { prefix }: Cidr): readonly PolicyFault[] {
  return checkText(`${path}.prefix`, prefix, cidr);
}

/** Whether all is well with a list of prefixes, said without naming each of its places: a list can be all of Azure. */
function areDistinctPrefixes(prefixes: readonly string[]): boolean {
  const scan = newScan();
  const isPrefix = (item: unknown): boolean => typeof item === 'string' && scanCidr(item, scan) !== 0;
  return prefixes.every(isPrefix) && new Set(prefixes).size === prefixes.length;
}

/** The addresses of a dated document, where there are any. */
export function checkResolved(path: string, resolved: ResolvedPrefixes | undefined): readonly PolicyFault[] {
  if (!resolved) return [];
  const prefixes = `${path}.prefixes`;
  const document = checkText(`${path}.document`, resolved.document, parseSingleLine);
  if (resolved.prefixes.length > 0 && areDistinctPrefixes(resolved.prefixes)) return document;
  return [
    ...document,
    ...checkEach(prefixes, resolved.prefixes, (at, prefix) => checkText(at, prefix, cidr)),
    ...checkUnique(resolved.prefixes.map((prefix, i) => [`${prefixes}[${i}]`, prefix])),
  ];
}

/** A service tag, with or without its addresses. */
export function checkTag(path: string, { tag, resolved }: ServiceTag): readonly PolicyFault[] {
  return [...checkText(`${path}.tag`, tag, parseServiceTagName), ...checkResolved(`${path}.resolved`, resolved)];
}

const checks: { readonly [K in keyof Destinations]: (path: string, item: Destinations[K]) => readonly PolicyFault[] } =
  {
    fqdn: (path, item) => checkText(`${path}.host`, item.host, host),
    wildcard: (path, item) => checkText(`${path}.parent`, item.parent, host),
    suffix: (path, item) => checkText(`${path}.suffix`, item.suffix, suffix),
    url: (path, item) => [
      ...checkText(`${path}.host`, item.host, host),
      ...checkText(`${path}.path`, item.path, urlPath),
    ],
    'service-tag': checkTag,
    cidr: checkCidr,
  };

/** A destination, field by field: a text glued together from two fields could be read in another place. */
export function checkDestination(path: string, destination: Destination): readonly PolicyFault[] {
  const { kind } = destination;
  const wrong = checkOneOf(`${path}.kind`, kind, Object.keys(checks));
  if (wrong.length > 0) return wrong;
  const check = checks[kind] as (path: string, item: Destination) => readonly PolicyFault[];
  return check(path, destination);
}

/** A source. */
export function checkSource(path: string, source: Source): readonly PolicyFault[] {
  switch (source.kind) {
    case 'any':
      return [];
    case 'cidr':
      return checkCidr(path, source);
    case 'service-tag':
      return checkTag(path, source);
    default:
      return checkOneOf(`${path}.kind`, (source as { readonly kind: unknown }).kind, ['any', 'cidr', 'service-tag']);
  }
}
