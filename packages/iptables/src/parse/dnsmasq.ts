import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { Answer, Fill, SetRef } from '../model.js';
import type { Settings } from '../options.js';
import { linesMatching, namedSet, type Named } from './extract.js';

/** What is read from the configuration of the resolver. */
export interface ParsedResolver {
  readonly answers: readonly Answer[];
  readonly fills: readonly Fill[];
  readonly settings: Partial<Pick<Settings, 'upstreams' | 'otherNames'>>;
}

/** Sets with the families of each, in their order. */
function together(named: readonly Named[]): Fill['sets'] {
  const sets = new Map<string, SetRef & { families: AddressFamily[] }>();
  for (const { use, label, family } of named) {
    const set = sets.get(label) ?? { use, label, families: [] };
    set.families.push(family);
    sets.set(label, set);
  }
  return [...sets.values()];
}

function answersIn(servers: readonly (readonly string[])[]): readonly Answer[] {
  const answers = new Map<string, Answer>();
  for (const [star = '', domain = '', upstream = ''] of servers)
    answers.set(`${star}${domain}`, { domain, names: star === '' ? 'all' : 'below', asks: upstream !== '' });
  return [...answers.values()];
}

/** Reads the file for dnsmasq; `setText` takes a set's name out of what stands for it there. */
export function parseDnsmasq(text: string, setText: RegExp): ParsedResolver {
  const servers = linesMatching(text, /^server=\/(\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/([0-9a-f.:#]*)$/);
  const upstreams = [...new Set(servers.map(([, , upstream = '']) => upstream))].filter((upstream) => upstream !== '');
  const fills = linesMatching(text, /^(?:ipset|nftset)=\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/(.+)$/).map(
    ([domain = '', sets = '']) => ({
      domain,
      sets: together(sets.split(',').flatMap((set) => namedSet(setText.exec(set)?.[1] ?? '') ?? [])),
    }),
  );
  if (fills.length === 0) return { answers: [], fills: [], settings: {} };
  const otherNames = linesMatching(text, /^(no-resolv)$/).length > 0 ? 'refuse' : 'resolve';
  return { answers: answersIn(servers), fills, settings: { upstreams, otherNames } };
}
