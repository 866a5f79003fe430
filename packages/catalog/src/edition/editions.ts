import edition20210914 from '../../editions/2021-09-14.json' with { type: 'json' };
import edition20220906 from '../../editions/2022-09-06.json' with { type: 'json' };
import edition20230414 from '../../editions/2023-04-14.json' with { type: 'json' };
import edition20260319 from '../../editions/2026-03-19.json' with { type: 'json' };
import type { Edition, SourcePage } from './edition.js';

// JSON modules have the widest types; `test/editions.test.ts` holds every file against the schema that Edition mirrors.
const loaded = {
  '2021-09-14': edition20210914 as unknown as Edition,
  '2022-09-06': edition20220906 as unknown as Edition,
  '2023-04-14': edition20230414 as unknown as Edition,
  '2026-03-19': edition20260319 as unknown as Edition,
} as const satisfies Readonly<Record<string, Edition>>;

/** The date of an edition that this package holds. */
export type EditionId = keyof typeof loaded;

/** An edition in one line. */
export interface EditionInfo {
  readonly id: EditionId;
  /** The date that the article carries. */
  readonly date: string;
  readonly title: string;
  readonly sources: readonly SourcePage[];
  /** How many requirements it has. */
  readonly requirements: number;
}

const ids = Object.keys(loaded).toSorted() as EditionId[];

/** The editions that this package holds, oldest first. */
export const editions: readonly EditionInfo[] = ids.map((id) => {
  const { edition, title, sources, requirements } = loaded[id];
  return { id, date: edition, title, sources, requirements: requirements.length };
});

/** The newest edition: what `plan` uses where none is named. */
export const newestEdition: EditionId = ids.at(-1) ?? '2021-09-14';

/** Whether a text is the date of an edition that this package holds. */
export function isEditionId(text: string): text is EditionId {
  return Object.hasOwn(loaded, text);
}

/** All that an edition says. */
export function loadEdition(id: EditionId): Edition {
  return loaded[id];
}
