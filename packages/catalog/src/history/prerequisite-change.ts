import type { Prerequisite } from '../edition/edition.js';
import type { ItemChange, ItemKind } from './item-change.js';

/** What became of what must hold beside rules and routes, between two editions. */
export type PrerequisiteChange = ItemChange<Prerequisite>;

/** Prerequisites, as items that editions hold: what to do is what they say. */
export const prerequisiteKind: ItemKind<Prerequisite> = {
  of: ({ prerequisites }) => prerequisites,
  adviceFor: ({ kind, after }) => (kind === 'removed' ? undefined : after?.text) ?? 'The pages no longer ask for it.',
};
