import type { Action } from '@azureml-firewall/rule-model';
import type { TlsLine } from './lines.js';

/**
 * Lines before and after the look at the TLS hello. Before it nothing but addresses is known, and bytes of any kind pass:
 * addresses stay there until one comes after a name that is treated the other way, and could be at it.
 */
export function aroundPeek(lines: readonly TlsLine[]): {
  readonly before: readonly TlsLine[];
  readonly after: readonly TlsLine[];
} {
  const named = new Set<Action>();
  const [before, after]: [TlsLine[], TlsLine[]] = [[], []];
  let isSettled = false;
  for (const line of lines) {
    const { action } = line.rule;
    if (line.by === 'name') named.add(action);
    else isSettled ||= named.has(action === 'allow' ? 'deny' : 'allow');
    if (line.by === 'name' || isSettled) after.push(line);
    else before.push({ ...line, conditions: line.early ?? line.conditions });
  }
  return { before, after };
}
