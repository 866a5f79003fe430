import { entriesOf, type Policy } from '@azureml-firewall/rule-model';
import type { Rendered } from '../back-ends/back-end.js';
import type { Probe } from '../probe.js';
import { ownersOf, type Book } from '../sample/book.js';
import { asksOf } from './asks.js';
import { claimOf } from './promises.js';
import { warningsFor } from './warnings.js';

/** What has to become of a probe; `either` where a finding says that more may pass than was asked for. */
export type Expectation = 'pass' | 'stop' | 'either';

/**
 * What a rendering promises of a probe. The first entry that surely decides ends the search; those before it that only
 * may decide leave both answers open; and what no entry decides is refused.
 */
export function expectationsOf(
  policy: Policy,
  { outcomes, diagnostics }: Pick<Rendered, 'outcomes' | 'diagnostics'>,
  book: Book,
): (probe: Probe) => Expectation {
  const asks = asksOf(policy);
  const owners = ownersOf(book);
  const records = new Map(outcomes.map((record) => [record.entry, record]));
  const entries = entriesOf(policy).map((entry) => {
    const record = records.get(entry.id);
    if (!record) throw new Error(`${entry.id} has no verdict`);
    return { entry, record, warnings: warningsFor(entry, diagnostics) };
  });
  // On a host, what comes in and no rule decides is left to the machine's other rules.
  const leavesInbound = diagnostics.some(({ code }) => code === 'iptables/host-leaves-inbound');
  return (probe) => {
    const owner = owners.get(probe.address) ?? null;
    const possible = new Set<'allow' | 'deny'>();
    for (const asked of entries) {
      const claim = claimOf({ ...asked, probe, asks, owner });
      if (claim !== 'never') possible.add(asked.entry.rule.action);
      if (claim === 'surely') return settled(possible);
    }
    if (leavesInbound && probe.direction === 'inbound') possible.add('allow');
    return settled(possible.add('deny'));
  };
}

function settled(possible: ReadonlySet<'allow' | 'deny'>): Expectation {
  if (possible.size > 1) return 'either';
  return possible.has('allow') ? 'pass' : 'stop';
}
