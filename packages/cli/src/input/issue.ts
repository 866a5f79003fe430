import { excerpt } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { pathText, type PathPart, type SourceDocument } from './document.js';

/** What is wrong with a value of a file, and where. */
export interface Issue {
  readonly path: readonly PathPart[];
  readonly found: string;
  readonly expected: string;
  /** Whether the key itself is wrong and not its value. */
  readonly key?: boolean;
}

/** More lines than these bury the first, which is mostly the cause of the rest. */
const most = 20;

function lineOf(document: SourceDocument, { path, found, expected, key = false }: Issue): string {
  const place = document.placeOf(path, key ? 'key' : 'value');
  const what = path.length === 0 ? '' : `${excerpt(pathText(path), 200)}: `;
  return `${place}: ${what}found ${excerpt(found)}, expected ${excerpt(expected, 400)}`;
}

/** The refusal of a file: a line per issue, each with file, place, path, what was found and what is expected. */
export function refuseIssues(document: SourceDocument, issues: readonly Issue[]): Refusal {
  const lines = issues.slice(0, most).map((issue) => lineOf(document, issue));
  const rest = issues.length - lines.length;
  return new Refusal(...lines, ...(rest > 0 ? [`${document.file}: and ${rest} more`] : []));
}
