import type { Fact, Requirement } from '../edition/edition.js';
import { predicateText } from '../predicate.js';
import type { Statement } from './change.js';

function statementsOfFact({ host, tag, ports, clouds, when }: Fact): readonly Statement[] {
  return ports.map((port) => ({
    destination: tag ?? host ?? '?',
    port,
    clouds,
    ...(when && { when: predicateText(when) }),
  }));
}

/** What a requirement asks for, one destination and port at a time; what is printed twice is said once. */
export function statementsOf(requirement: Requirement | undefined): readonly Statement[] {
  const all = (requirement?.facts ?? []).flatMap(statementsOfFact);
  return [...new Map(all.map((statement) => [JSON.stringify(statement), statement])).values()];
}

/** The statements of one side that the other lacks. */
export function onlyIn(mine: readonly Statement[], theirs: readonly Statement[]): readonly Statement[] {
  const known = new Set(theirs.map((statement) => JSON.stringify(statement)));
  return mine.filter((statement) => !known.has(JSON.stringify(statement)));
}
