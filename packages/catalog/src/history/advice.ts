import type { Change, Impact } from './change.js';

const opens: readonly Impact[] = ['new-destination', 'new-port'];
const closes: readonly Impact[] = ['removed-destination', 'removed-port'];

/** What to look at where neither a destination nor a port comes or goes. */
const checks: readonly (readonly [Impact, string])[] = [
  ['condition', 'Check whether the condition holds for your workspace.'],
  ['clouds', 'Check whether your cloud is among those for which it now holds.'],
  ['roles', 'Check whether the sources of the rule are still those who open it.'],
];

/** What to do about a change, in one line. */
export function adviceFor({ kind, impacts, retired }: Pick<Change, 'kind' | 'impacts' | 'retired'>): string {
  if (kind === 'added') return 'Allow it before it is missed: what needs it fails, often without saying why.';
  if (kind === 'removed')
    return retired?.note ?? 'The rule can be removed once nothing of the older kind is in use; watch its hits first.';
  if (kind === 'not-held')
    return 'Nothing is known to have changed: one of the editions only refers to the page that asks for it.';
  const opened = impacts.some((impact) => opens.includes(impact));
  const closed = impacts.some((impact) => closes.includes(impact));
  if (opened && closed) return 'Allow what is new first, then remove what is no longer asked for.';
  if (opened) return 'Allow what is new before it is missed.';
  if (closed) return 'What is no longer asked for can be removed; watch its hits first.';
  const [, check] = checks.find(([impact]) => impacts.includes(impact)) ?? [];
  return check ?? 'Nothing to do on the firewall.';
}
