import type { Place, Predicate } from '@azureml-firewall/catalog';
import type { Condition, Conditions, EditionFile } from './authoring-schema.js';

/** Short forms of an edition, written out. */
export interface Lookup {
  readonly when: (condition: Condition | undefined) => { when?: Predicate };
  readonly always: (condition: Condition) => Predicate;
  readonly at: (places: readonly string[]) => readonly Place[];
}

function predicateOf(condition: Condition, conditions: Conditions): Predicate {
  const found = typeof condition === 'string' ? conditions[condition] : condition;
  if (!found) throw new Error(`no condition is called ${JSON.stringify(condition)} in data/conditions.json`);
  return found;
}

function placeOf(text: string, sources: EditionFile['sources']): Place {
  const [, source = '', section = '', row] = /^([^:]+):([^#]+)(?:#(\d+))?$/.exec(text) ?? [];
  if (!sources.some(({ id }) => id === source)) throw new Error(`${text} names no source of its edition`);
  return { source, section, ...(row === undefined ? {} : { row: Number(row) }) };
}

/** How the short forms of an edition are written out: conditions by their names, places by its sources. */
export function lookupOf({ sources }: EditionFile, conditions: Conditions): Lookup {
  return {
    when: (condition) => (condition === undefined ? {} : { when: predicateOf(condition, conditions) }),
    always: (condition) => predicateOf(condition, conditions),
    at: (places) => places.map((text) => placeOf(text, sources)),
  };
}
