import { holds, type Sets } from './netfilter.js';

/** Names with their addresses, as the resolvers of the internet know them. */
export type Names = Readonly<Record<string, readonly string[]>>;

interface Server {
  readonly domain: string;
  readonly below: boolean;
  readonly upstream: string;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => {
    if (line.length > 1024) throw new Error('dnsmasq would read the end of this line as a new one');
    return line;
  });
}

/** The server of a name, as dnsmasq 2.90 chooses it: the longest domain, and a star before none. */
function serverOf(servers: readonly Server[], name: string, others: string): string {
  let best: Server | undefined;
  for (const server of servers) {
    const { domain, below } = server;
    if (!name.endsWith(`.${domain}`) && (below || name !== domain)) continue;
    const longer = !best || domain.length > best.domain.length || (domain.length === best.domain.length && below);
    if (longer) best = server;
  }
  return best?.upstream ?? others;
}

/** The sets of a name: the longest domain, and of two lines the first. */
function setsOf(
  fills: readonly (readonly [domain: string, sets: readonly string[]])[],
  name: string,
): readonly string[] {
  let best: (typeof fills)[number] | undefined;
  for (const fill of fills) {
    const [domain] = fill;
    if (name !== domain && !name.endsWith(`.${domain}`)) continue;
    if (!best || domain.length > best[0].length) best = fill;
  }
  return best?.[1] ?? [];
}

/** Whether a name resolves, by the configuration of dnsmasq. */
export function resolverOf(text: string): (name: string) => boolean {
  const servers = linesOf(text).flatMap((line): readonly Server[] => {
    const [, star, domain = '', upstream = ''] = /^server=\/(\*\.)?([^/]+)\/(.*)$/.exec(line) ?? [];
    return domain === '' ? [] : [{ domain, below: star !== undefined, upstream }];
  });
  const others = text.includes('\nno-resolv\n') ? '' : 'the resolver of the machine';
  return (name) => serverOf(servers, name, others) !== '';
}

/** Puts the addresses of all names into the sets that dnsmasq would fill, once each name was asked for. */
export function fillSets(text: string, names: Names, sets: Sets): void {
  const resolves = resolverOf(text);
  const fills = linesOf(text).flatMap((line): readonly (readonly [string, readonly string[]])[] => {
    const [, domain = '', list = ''] = /^(?:ipset|nftset)=\/([^/]+)\/(.+)$/.exec(line) ?? [];
    return domain === '' ? [] : [[domain, list.split(',').map((set) => set.replace(/^[46]#inet#[^#]+#/, ''))]];
  });
  for (const [name, addresses] of Object.entries(names)) {
    if (!resolves(name)) continue;
    for (const set of setsOf(fills, name)) {
      const known = sets.get(set);
      if (!known) throw new Error(`dnsmasq fills ${set}, which there is not`);
      const six = /[-_]6$/.test(set);
      known.push(...addresses.filter((address) => address.includes(':') === six && !holds(known, address)));
    }
  }
}
