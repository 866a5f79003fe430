import type { Edition, Requirement } from '../edition/edition.js';

/**
 * An edition without what the other can't be asked about: facts that only a page prints to which the other edition
 * merely refers, because no text of its date is held. Their absence there says nothing.
 */
export function comparableWith(edition: Edition, other: Edition): Edition {
  const unheld = new Set(other.references.map(({ id }) => id));
  const held = (requirement: Requirement): Requirement => ({
    ...requirement,
    facts: requirement.facts.filter(({ at }) => at.some(({ source }) => !unheld.has(source))),
  });
  return { ...edition, requirements: edition.requirements.map(held).filter(({ facts }) => facts.length > 0) };
}
