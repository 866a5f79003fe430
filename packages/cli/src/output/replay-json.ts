import type { DeniedGroup, Judgement, LogFormat, Tally } from '@azureml-firewall/flow-logs';
import type { Policy } from '@azureml-firewall/rule-model';
import type { LeftOut } from '../left-out.js';
import { exclusionText } from './exclusion-text.js';
import { requirementsOf } from './requirements-of.js';
import { remedyText } from './remedy-text.js';

/** A line that its format does not know, as far as it is shown. */
export interface BrokenLine {
  readonly line: number;
  readonly why: string;
  readonly text: string;
}

/** A log, and what the plan of a workspace says to it. */
export interface Replayed {
  readonly policy: Policy;
  readonly left: LeftOut;
  readonly format: LogFormat;
  /** The dated document that service tags have their addresses from. */
  readonly document?: string;
  readonly tally: Tally;
  readonly broken: readonly BrokenLine[];
}

const weakText = 'nothing yet: the address is in a wide tag only, find out who asks for it';

/** What to do about a place that was denied. */
export function todoText(judgement: Judgement, { because }: LeftOut): string {
  if (judgement.kind === 'unknown') return 'no requirement asks for it';
  if (judgement.grade === 'weak') return weakText;
  if (judgement.kind === 'planned') return `the firewall lacks rule ${judgement.entry.rule.id}`;
  const why = because.get(judgement.entry.rule.id);
  return why ? remedyText(why) : '';
}

function matchJson(judgement: Judgement, { because }: LeftOut) {
  if (judgement.kind === 'unknown') return {};
  const { entry, grade, kind } = judgement;
  const why = because.get(entry.rule.id);
  return {
    requirement: requirementsOf(entry.rule),
    grade,
    ...(kind === 'planned' && { rule: entry.rule.id }),
    ...(kind === 'dormant' && why && { because: { ...why, text: exclusionText(why) } }),
  };
}

function groupJson(group: DeniedGroup, left: LeftOut) {
  const { count, destination, service, judgement, sources, reason } = group;
  return {
    count,
    destination,
    service,
    kind: judgement.kind,
    ...matchJson(judgement, left),
    todo: todoText(judgement, left),
    sources,
    ...(reason !== undefined && { reason }),
  };
}

/** What `replay --format json` prints. The shape is public: it may grow, and nothing in it is renamed. */
export function replayJson({ policy, left, format, document, tally, broken }: Replayed) {
  const { lines, denied, other, groups, ungrouped } = tally;
  return {
    edition: policy.edition,
    cloud: policy.cloud,
    region: policy.region,
    format,
    ...(document !== undefined && { document }),
    lines,
    denied,
    other,
    broken: { count: tally.broken, lines: broken },
    groups: groups.map((group) => groupJson(group, left)),
    ungrouped,
  };
}
