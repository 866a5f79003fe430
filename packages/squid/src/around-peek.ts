import { intersectPorts } from './port-sets.js';
import type { TlsLine } from './lines.js';

/** Whether two lines could want different things of one connection. */
function areContrary(a: TlsLine, b: TlsLine): boolean {
  return a.rule.action !== b.rule.action && intersectPorts(a.ports, b.ports).length > 0;
}

/**
 * Lines before and after the look at the TLS hello. Before it nothing but addresses is known, and bytes of any kind pass:
 * addresses stay there unless they come after a name that is treated the other way, and could be at them, or after other
 * addresses of which that is so.
 */
export function aroundPeek(lines: readonly TlsLine[]): {
  readonly before: readonly TlsLine[];
  readonly after: readonly TlsLine[];
} {
  const [before, after]: [TlsLine[], TlsLine[]] = [[], []];
  for (const line of lines) {
    if (line.by === 'name' || after.some((other) => areContrary(other, line))) after.push(line);
    else before.push({ ...line, conditions: line.early ?? line.conditions });
  }
  return { before, after };
}
