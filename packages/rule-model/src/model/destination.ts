import { accepted, refused, type Parsed } from '../parsed.js';
import { parseCidr } from '../net/cidr.js';
import { parseHostname } from '../net/hostname.js';
import { parseUrlPath } from '../net/url-path.js';

/** One host: `login.microsoftonline.com`. */
export interface Fqdn {
  readonly kind: 'fqdn';
  readonly host: string;
}

/** Every host below a domain, at any depth, and not the domain itself: `*.azureml.ms` has the parent `azureml.ms`. */
export interface Wildcard {
  readonly kind: 'wildcard';
  readonly parent: string;
}

/**
 * Every host whose name ends so, as some sources print it (`*pytorch.org`): the domain, all below it, and look-alikes
 * such as `evilpytorch.org`. Not to be taken for a {@link Wildcard}.
 */
export interface Suffix {
  readonly kind: 'suffix';
  readonly suffix: string;
}

/** A path on one host: `raw.githubusercontent.com/owner/*`. A path ending in `/*` covers all below it, not itself. */
export interface UrlPath {
  readonly kind: 'url';
  readonly host: string;
  readonly path: string;
}

/** An Azure service tag by its real name, with its addresses once a dated tag document has been applied. */
export interface ServiceTag {
  readonly kind: 'service-tag';
  readonly tag: string;
  readonly resolved?: ResolvedPrefixes;
}

/** The addresses of a tag in one dated document. */
export interface ResolvedPrefixes {
  /** The document they come from: change numbers count per cloud and per kind of document. */
  readonly document: string;
  readonly prefixes: readonly string[];
}

/** An IPv4 or IPv6 prefix in canonical form: `13.66.0.0/16`. */
export interface Cidr {
  readonly kind: 'cidr';
  readonly prefix: string;
}

/** The closed list of what traffic can go to. A kind added here makes every renderer fail to compile until it answers. */
export interface Destinations {
  readonly fqdn: Fqdn;
  readonly wildcard: Wildcard;
  readonly suffix: Suffix;
  readonly url: UrlPath;
  readonly 'service-tag': ServiceTag;
  readonly cidr: Cidr;
}

/** The name of a kind of destination. */
export type DestinationKind = keyof Destinations;

/** What traffic goes to. */
export type Destination = Destinations[DestinationKind];

/** Shows a destination as a person writes it: `*.azureml.ms`, `Storage.EastUS2`, `13.66.0.0/16`. */
export function destinationText(destination: Destination): string {
  switch (destination.kind) {
    case 'fqdn':
      return destination.host;
    case 'wildcard':
      return `*.${destination.parent}`;
    case 'suffix':
      return `*${destination.suffix}`;
    case 'url':
      return `${destination.host}${destination.path}`;
    case 'service-tag':
      return destination.tag;
    case 'cidr':
      return destination.prefix;
  }
}

/** A suffix by itself, without the star: `pytorch.org`. */
export function parseSuffix(text: string): Parsed<string> {
  const name = parseHostname(text);
  // Names that end in "bücher.example" do not end in "xn--bcher-kva.example": in ASCII there is no such suffix.
  if (name.ok && name.value.startsWith('xn--'))
    return refused('host/international-suffix', text, 'a suffix that starts with an ASCII label, or a wildcard *.name');
  return name;
}

function parseUrl(text: string, at: number): Parsed<UrlPath> {
  const host = parseHostname(text.slice(0, at));
  if (!host.ok) return host;
  const path = parseUrlPath(text.slice(at));
  return path.ok ? accepted({ kind: 'url', host: host.value, path: path.value }) : path;
}

function parseNamed(text: string): Parsed<Fqdn | Wildcard | Suffix | UrlPath> {
  const slash = text.indexOf('/');
  if (slash > 0) return parseUrl(text, slash);
  if (text.startsWith('*.')) {
    const parent = parseHostname(text.slice(2));
    return parent.ok ? accepted({ kind: 'wildcard', parent: parent.value }) : parent;
  }
  if (text.startsWith('*')) {
    const suffix = parseSuffix(text.slice(1));
    return suffix.ok ? accepted({ kind: 'suffix', suffix: suffix.value }) : suffix;
  }
  const host = parseHostname(text);
  return host.ok ? accepted({ kind: 'fqdn', host: host.value }) : host;
}

const expectedBare = 'a host or prefix without scheme and port';

/**
 * A host, wildcard, suffix, URL path or prefix from text. A scheme or a port is refused. Service tags are not
 * recognised here, since `Storage.EastUS2` reads like a host.
 */
export function parseDestination(text: string): Parsed<Exclude<Destination, ServiceTag>> {
  const cidr = parseCidr(text);
  if (cidr.ok) return accepted({ kind: 'cidr', prefix: cidr.value });
  if (text.includes('://')) return refused('host/has-scheme', text, expectedBare);
  if (/^[^:/]+:[0-9]+(\/|$)/.test(text)) return refused('host/has-port', text, expectedBare);
  if (/^([0-9.]+|[0-9a-f:.]+)(\/[0-9]+)?$/i.test(text) && /^[0-9.]+(\/|$)|:/.test(text)) return cidr;
  const named = parseNamed(text);
  return named.ok ? named : { ok: false, refusal: { ...named.refusal, found: text } };
}
