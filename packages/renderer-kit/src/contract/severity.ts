import type { Action, Necessity, Severity } from '@azureml-firewall/rule-model';
import type { Outcome } from './verdict.js';

type Table = Readonly<Record<Action, Readonly<Record<Outcome, Readonly<Record<Necessity, Severity>>>>>>;

const always = (severity: Severity): Readonly<Record<Necessity, Severity>> => ({
  required: severity,
  recommended: severity,
  optional: severity,
});
const byNeed = { required: 'error', recommended: 'warning', optional: 'info' } as const;

/**
 * The one table of severities. An allow that is lost breaks the workspace as badly as it was needed; a deny that is
 * lost or smaller opens the network, whatever it was needed for.
 */
const table: Table = {
  allow: {
    exact: always('info'),
    widened: always('warning'),
    narrowed: always('warning'),
    approximated: always('warning'),
    omitted: byNeed,
  },
  deny: {
    exact: always('info'),
    widened: byNeed,
    narrowed: always('error'),
    approximated: always('error'),
    omitted: always('error'),
  },
};

/** How much a reader has to care about an outcome. */
export function severityOf(outcome: Outcome, action: Action, necessity: Necessity): Severity {
  return table[action][outcome][necessity];
}
