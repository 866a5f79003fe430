import getChangesets from '@changesets/read';
import { bumps, type Bump } from './catalog/bump.js';
import type { Note } from './catalog/check-notes.js';
import type { LastRelease } from './last-release.js';

/** Notes of changes that are not published yet, by the name of the package. */
export type PendingNotes = ReadonlyMap<string, readonly Note[]>;

/** The notes under .changeset. */
export async function notesInChangesets(root: string): Promise<PendingNotes> {
  const notes = new Map<string, Note[]>();
  for (const { releases, summary } of await getChangesets(root))
    for (const { name, type } of releases)
      if (type !== 'none') notes.set(name, [...(notes.get(name) ?? []), { bump: type, text: summary }]);
  return notes;
}

/** The part of a version that differs first. */
function bumpBetween(before: string, after: string): Bump {
  const [old, now] = [before, after].map((version) => version.split('.'));
  const at = (now ?? []).findIndex((part, i) => part !== old?.[i]);
  return bumps.toReversed()[at] ?? 'patch';
}

/** A version that is written and not published yet, as the note that it was made of. */
export function noteOfVersion({ version = '0.0.0', unpublished }: LastRelease): readonly Note[] {
  if (!unpublished) return [];
  return [{ bump: bumpBetween(version, unpublished.version), text: unpublished.text }];
}
