import type { Destination, DestinationKind, Destinations } from './destination.js';

/** What a destination takes of the names and addresses of all traffic, whatever its kind is called. */
export type Reach =
  /** One host, and with a path only that part of it. */
  | { readonly by: 'host'; readonly host: string; readonly path?: string }
  /** All hosts below a domain. */
  | { readonly by: 'below'; readonly parent: string }
  /** All hosts whose name ends so. */
  | { readonly by: 'ending'; readonly suffix: string }
  | { readonly by: 'prefixes'; readonly prefixes: readonly string[] }
  /** Addresses that nobody has looked up. */
  | { readonly by: 'tag'; readonly tag: string };

const reaches: { readonly [K in DestinationKind]: (destination: Destinations[K]) => Reach } = {
  fqdn: ({ host }) => ({ by: 'host', host }),
  wildcard: ({ parent }) => ({ by: 'below', parent }),
  suffix: ({ suffix }) => ({ by: 'ending', suffix }),
  url: ({ host, path }) => ({ by: 'host', host, path }),
  'service-tag': ({ tag, resolved }) =>
    resolved ? { by: 'prefixes', prefixes: resolved.prefixes } : { by: 'tag', tag },
  cidr: ({ prefix }) => ({ by: 'prefixes', prefixes: [prefix] }),
};

/** What a destination reaches. */
export function reachOf(destination: Destination): Reach {
  const reach = reaches[destination.kind] as (destination: Destination) => Reach;
  return reach(destination);
}
