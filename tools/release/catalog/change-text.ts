import type { Change } from '@azureml-firewall/catalog';
import type { Level } from './data-change.js';

function services(change: Pick<Change, 'added' | 'removed'>, side: 'added' | 'removed'): string {
  const byDestination = new Map<string, Set<string>>();
  for (const { destination, port } of change[side])
    byDestination.set(destination, (byDestination.get(destination) ?? new Set()).add(port));
  return [...byDestination].map(([to, ports]) => `${to} (${[...ports].join(', ')})`).join(', ');
}

/** What became of a requirement, in one line that its id stands before. */
export function changeText(change: Change, level: Level): string {
  const [gains, losses] = [services(change, 'added'), services(change, 'removed')];
  if (change.kind === 'added') return `is new: ${gains}. ${change.purpose}.`;
  if (change.kind === 'removed') return `is gone: ${losses}. ${change.retired?.note ?? ''}`.trim();
  if (change.kind === 'not-held') return 'stands on a page that is not held for one of the editions.';
  const parts = [...(losses ? [`no longer ${losses}`] : []), ...(gains ? [`now ${gains}`] : [])];
  if (parts.length > 0) return `${level === 'breaking' ? 'asks for less' : 'has changed'}: ${parts.join('; ')}.`;
  return level === 'editorial'
    ? 'says the same in other words or at other places.'
    : `has changed: ${change.impacts.join(', ')}.`;
}
