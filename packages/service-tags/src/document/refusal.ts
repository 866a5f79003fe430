import type { Refusal } from '@azureml-firewall/rule-model';

/** Why a document is refused, and where in it: `values[12].properties.addressPrefixes[3]`, empty for the whole. */
export interface DocumentRefusal extends Refusal {
  readonly path: string;
}

/** A part of a document, or why the document is refused. */
export type Checked<T> = { readonly ok: true; readonly value: T } | Refused;

const longestFound = 60;

/** What was found, short and in one line: a document can hold anything. */
function excerpt(found: unknown): string {
  if (typeof found !== 'string') return found === null ? 'null' : Array.isArray(found) ? 'a list' : typeof found;
  const line = found.slice(0, longestFound + 1).replace(/[^\x20-\x7e]+/g, ' ');
  return line.length > longestFound ? `${line.slice(0, longestFound)}…` : line;
}

/** A check's no. */
export interface Refused {
  readonly ok: false;
  readonly refusal: DocumentRefusal;
}

/** Refuses what stands at a path below the part that is being checked. */
export function refuse(path: string, code: `service-tags/${string}`, found: unknown, expected: string): Refused {
  return { ok: false, refusal: { path, code, found: excerpt(found), expected } };
}

/** The same refusal seen from one level up. Paths are put together on the way out: most documents need none. */
export function under(path: string, { refusal }: Refused): Refused {
  return { ok: false, refusal: { ...refusal, path: path + refusal.path } };
}
