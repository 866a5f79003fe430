import type { Decision, Undecided } from '../../model/decision.js';
import type { Entry } from '../../model/entry.js';
import type { Match } from './match.js';

const none: readonly never[] = [];

/** The answer where no rule matches. */
export const denied: Decision = { action: 'deny', undecided: none };

/** The answer that an entry gives when nothing is undecided. */
export function decisionOf(entry: Entry): Decision {
  const { rule } = entry;
  return { action: rule.action, rule, entry, origins: rule.origins, undecided: none };
}

/** The answer of the first entry that matches for certain, given those before it that might. */
function conclude(certain: Decision, open: readonly Undecided[]): Decision {
  const contrary = open.filter(({ entry }) => entry.rule.action !== certain.action);
  if (contrary.length === 0) return certain;
  return { ...(certain.action === 'allow' ? denied : certain), undecided: contrary };
}

/** The answer of entries in the order of match; `matches` is asked for each with its place in the list. */
export function decide(entries: readonly Entry[], matches: (entry: Entry, place: number) => Match): Decision {
  const open: Undecided[] = [];
  for (const [place, entry] of entries.entries()) {
    const match = matches(entry, place);
    if (match === true) return conclude(decisionOf(entry), open);
    if (match !== false) open.push({ entry, needs: match });
  }
  return conclude(denied, open);
}
