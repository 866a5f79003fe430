import type { Change, Statement } from '@azureml-firewall/catalog';
import type { Direction } from '@azureml-firewall/rule-model';
import { cloudsText } from './clouds-text.js';

/** What is asked for, or no longer, in one line. */
export interface StatementLine {
  readonly sign: '+' | '−';
  readonly destination: string;
  readonly services: string;
  readonly clouds: string;
  readonly when: string;
}

/** Where an inbound need comes from is what it names: that has to be said. */
export function peerText(peer: string, direction: Direction): string {
  return direction === 'inbound' ? `from ${peer}` : peer;
}

/** Ports of the same destination, clouds and condition stand on one line. */
export function statementLines(
  statements: readonly Statement[],
  sign: StatementLine['sign'],
  direction: Direction,
): readonly StatementLine[] {
  const lines = new Map<string, StatementLine>();
  for (const { destination, port, clouds, when = '' } of statements) {
    const key = JSON.stringify([destination, clouds, when]);
    const services = [...(lines.get(key)?.services.split(', ') ?? []), port].join(', ');
    lines.set(key, { sign, destination: peerText(destination, direction), services, clouds: cloudsText(clouds), when });
  }
  return [...lines.values()];
}

/** What a change takes away and brings, in that order. */
export function changeLines({ before, after, added, removed }: Change): readonly StatementLine[] {
  const was = before?.direction ?? 'outbound';
  return [...statementLines(removed, '−', was), ...statementLines(added, '+', after?.direction ?? was)];
}
