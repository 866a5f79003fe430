import { outcomes, type Outcome, type OutcomeRecord } from '@azureml-firewall/renderer-kit';
import {
  destinationText,
  entriesOfRule,
  serviceText,
  sourceText,
  type Entry,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import { requirementsOf } from './requirements-of.js';
import { table, type Cell, type TableStyle } from './table.js';
import { toneOf } from './tone.js';

type Verdicts = ReadonlyMap<string, Outcome>;

function keyOf(target: string, entry: string): string {
  return `${target} ${entry}`;
}

function isOutcome(text: string): text is Outcome {
  return (outcomes as readonly string[]).includes(text);
}

/** Services of one destination that got the same verdicts stand on one line. */
function groups(entries: readonly Entry[], verdictsOf: (entry: Entry) => string): readonly (readonly Entry[])[] {
  const byVerdict = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${destinationText(entry.destination)} ${verdictsOf(entry)}`;
    byVerdict.set(key, [...(byVerdict.get(key) ?? []), entry]);
  }
  return [...byVerdict.values()];
}

/** An inbound rule leads to the workspace's own network: what tells such rules apart is where they come from. */
function whitherText({ direction, sources }: Rule, { destination }: Entry): string {
  const to = destinationText(destination);
  return direction === 'inbound' ? `${sources.map(sourceText).join(', ')} → ${to}` : to;
}

function ruleRows(
  rule: Rule,
  targets: readonly string[],
  verdicts: Verdicts,
  { paint }: TableStyle,
): readonly (readonly Cell[])[] {
  const verdictsOf = (entry: Entry): readonly string[] =>
    targets.map((target) => verdicts.get(keyOf(target, entry.id)) ?? '');
  return groups(entriesOfRule(rule), (entry) => verdictsOf(entry).join(' ')).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    return [
      [
        { text: requirementsOf(rule) },
        { text: whitherText(rule, first) },
        { text: entries.map(({ service }) => serviceText(service)).join(', ') },
        ...verdictsOf(first).map((text) => ({ text, ...(isOutcome(text) && { paint: toneOf(text, paint) }) })),
      ],
    ];
  });
}

/** Each requirement of a policy with the verdict of each target. */
export function verdictTable(policy: Policy, records: readonly OutcomeRecord[], style: TableStyle): string {
  const targets = [...new Set(records.map(({ target }) => target))];
  const verdicts = new Map(records.map(({ target, entry, outcome }) => [keyOf(target, entry), outcome]));
  const columns = [
    { title: 'requirement' },
    { title: 'destination', clips: true },
    { title: 'services' },
    ...targets.map((title) => ({ title })),
  ];
  const rules = policy.collections.flatMap((collection) => collection.rules);
  return table(
    columns,
    rules.flatMap((rule) => ruleRows(rule, targets, verdicts, style)),
    style,
  );
}
