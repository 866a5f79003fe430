import type { Requirement, Scope } from '../edition/edition.js';
import { editions, loadEdition, type EditionId } from '../edition/editions.js';
import { tombstones } from '../generated/tombstones.js';
import type { RequirementId } from '../generated/names.js';
import type { Change, Tombstone } from './change.js';
import { diffEditions } from './diff-editions.js';

/** A requirement through the editions. */
export interface History {
  readonly requirement: string;
  readonly purpose: { readonly en: string; readonly ja: string };
  readonly scope: Scope;
  /** The editions that ask for it, oldest first. */
  readonly versions: readonly { readonly edition: EditionId; readonly requirement: Requirement }[];
  /** What became of it from each edition to the next, first of all its first appearance after the oldest edition. */
  readonly changes: readonly Change[];
  readonly retired?: Tombstone;
}

/** The history of a requirement, or undefined for an id that was never used. */
export function history(id: RequirementId | (string & {})): History | undefined {
  const versions = editions.flatMap(({ id: edition }) => {
    const requirement = loadEdition(edition).requirements.find((one) => one.id === id);
    return requirement ? [{ edition, requirement }] : [];
  });
  const last = versions.at(-1)?.requirement;
  if (!last) return undefined;
  const changes = editions.slice(1).flatMap(({ id: to }, i) => {
    const from = editions[i]?.id;
    return from ? diffEditions(from, to).changes.filter(({ requirement }) => requirement === id) : [];
  });
  const retired = (tombstones as Readonly<Record<string, Tombstone>>)[id];
  return { requirement: id, purpose: last.purpose, scope: last.scope, versions, changes, ...(retired && { retired }) };
}
