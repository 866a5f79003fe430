import { intersectCidrs, subtractCidrs } from '@azureml-firewall/rule-model';
import { qualify, type Placed, type Revision } from '@azureml-firewall/renderer-kit';
import type { Code } from './messages.js';
import type { Match } from './model.js';
import type { LinuxOptions } from './options.js';
import type { OwnNetwork } from './own-network.js';
import { isOwnSide, sourcesOf } from './sources.js';

/** What of the placed entries stays, and what is to be said about the others. */
export interface Sifted {
  readonly placed: readonly Placed<Match>[];
  readonly revisions: readonly Revision<Code>[];
}

/** What a connection that starts in the own network goes to is judged by the rules for what goes out. */
function fromInside({ entry }: Placed<Match>, own: readonly string[], options: LinuxOptions): readonly string[] {
  if (!isOwnSide(entry.rule, options, 'inbound')) return [];
  const { any, prefixes } = sourcesOf(entry.rule, options);
  return any ? own : intersectCidrs(prefixes, own);
}

function revisionOf(one: Placed<Match>, inside: readonly string[], isAll: boolean): Revision<Code> {
  const { entry, outcome, nodes } = one;
  const finding = { code: 'iptables/from-inside' as const, data: { rule: entry.rule.id, prefixes: inside } };
  if (isAll) return { entry: entry.id, outcome: 'omitted', finding };
  const before = outcome === 'exact' ? { outcome, nodes } : { outcome, nodes, finding };
  const after = qualify(before, 'narrowed', finding);
  return { entry: entry.id, outcome: after.outcome === 'exact' ? 'narrowed' : after.outcome, finding };
}

/** Takes out inbound entries whose sources are all of the own network, and says what the others lose. */
export function sift(placed: readonly Placed<Match>[], own: OwnNetwork, options: LinuxOptions): Sifted {
  const all = [...own.ipv4, ...own.ipv6];
  const kept: Placed<Match>[] = [];
  const revisions: Revision<Code>[] = [];
  for (const one of placed) {
    const inside = fromInside(one, all, options);
    const { any, prefixes } = sourcesOf(one.entry.rule, options);
    const isAll = !any && inside.length > 0 && subtractCidrs(prefixes, inside).length === 0;
    if (inside.length > 0) revisions.push(revisionOf(one, inside, isAll));
    if (!isAll) kept.push(one);
  }
  return { placed: kept, revisions };
}
