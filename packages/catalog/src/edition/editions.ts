import { asOf as newestSource, infos, newest, texts } from '../generated/editions.js';
import type { Edition, SourcePage } from './edition.js';

/** The date of an edition that this package holds. */
export type EditionId = keyof typeof texts;

/** An edition in one line. */
export interface EditionInfo {
  readonly id: EditionId;
  /** The date that the article carries. */
  readonly date: string;
  readonly title: string;
  /** Each page with the date that it carries itself: how old it is follows from a clock, which this package has not. */
  readonly sources: readonly SourcePage[];
  /** How many requirements it has. */
  readonly requirements: number;
}

/** The editions that this package holds, oldest first. */
export const editions: readonly EditionInfo[] = infos;

/** The date of the newest page that an edition is made from: what was published later, this package does not know. */
export const asOf: string = newestSource;

/** The newest edition: what `plan` uses where none is named. */
export const newestEdition: EditionId = newest;

/** Whether a text is the date of an edition that this package holds. */
function isEditionId(text: string): text is EditionId {
  return Object.hasOwn(texts, text);
}

const parsed = new Map<EditionId, Edition>();

/**
 * All that an edition says. It is parsed when it is first asked for, and kept: treat it as read-only.
 * @throws RangeError for an edition that is not held.
 */
export function loadEdition(id: EditionId): Edition {
  if (!isEditionId(id)) {
    const known = infos.map((info) => info.id).join(', ');
    throw new RangeError(`no edition is dated ${JSON.stringify(id)}: expected one of ${known}`);
  }
  const edition = parsed.get(id) ?? (JSON.parse(texts[id]()) as Edition);
  parsed.set(id, edition);
  return edition;
}
