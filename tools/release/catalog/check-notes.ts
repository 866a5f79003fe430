import { bumpForAll, bumps, type Bump } from './bump.js';
import { mustBeNamed, type DataChange } from './data-change.js';

/** A note of a change that is not released yet, as far as one package is concerned. */
export interface Note {
  readonly bump: Bump;
  readonly text: string;
}

/** What the pending notes lack for the changes of the data; nothing when they tell all. */
export function noteFaults(changes: readonly DataChange[], notes: readonly Note[], version: string): readonly string[] {
  const needed = bumpForAll(changes, version);
  if (needed === undefined) return [];
  const given = bumps.toReversed().find((bump) => notes.some((note) => note.bump === bump));
  const words = new Set(notes.flatMap(({ text }) => text.match(/[\w.-]*\w/g) ?? []));
  const unnamed = changes.filter((change) => mustBeNamed(change) && !words.has(change.subject));
  const tooSmall = given === undefined || bumps.indexOf(given) < bumps.indexOf(needed);
  return [
    ...(tooSmall ? [`the data asks for a ${needed} version, the notes for ${given ?? 'none'}`] : []),
    ...unnamed.map(
      ({ edition, subject, text }) => `no note names ${subject}${edition ? ` (${edition})` : ''}, which ${text}`,
    ),
  ];
}
