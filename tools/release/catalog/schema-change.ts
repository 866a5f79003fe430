import type { Level } from './data-change.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Keywords that say something to people only. */
const remarks = new Set(['description', 'title', 'examples', '$id', '$comment', 'default']);
/** Keywords whose members are alternatives or things that may be there: fewer accept less. */
const grows = new Set(['enum', 'anyOf', 'oneOf', 'type', 'properties', '$defs']);
/** Keywords that refuse more the more they hold. */
const shrinks = new Set(['required', 'allOf']);

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const worst = (levels: readonly Level[]): Level =>
  levels.includes('breaking') ? 'breaking' : levels.includes('addition') ? 'addition' : 'editorial';

/** Members of a list by themselves: what is gone, and what has come. */
function lists(before: Json, after: Json): readonly [gone: boolean, come: boolean] {
  const [old, now] = [before, after].map((value) =>
    (Array.isArray(value) ? (value as readonly Json[]) : [value]).map((one) => JSON.stringify(one)),
  );
  return [(old ?? []).some((one) => !(now ?? []).includes(one)), (now ?? []).some((one) => !(old ?? []).includes(one))];
}

function keywordLevel(keyword: string, before: Json | undefined, after: Json | undefined): Level {
  if (same(before, after) || remarks.has(keyword)) return 'editorial';
  // A constraint that comes refuses more, one that goes refuses less; `properties` and the like only tell of more.
  if (before === undefined) return grows.has(keyword) && isRecord(after) ? 'addition' : 'breaking';
  if (after === undefined) return grows.has(keyword) && isRecord(before) ? 'breaking' : 'addition';
  if (isRecord(before) && isRecord(after))
    return ['properties', '$defs', 'patternProperties'].includes(keyword)
      ? membersLevel(before, after)
      : schemaLevel(before, after);
  const [gone, come] = lists(before, after);
  if (grows.has(keyword)) return gone ? 'breaking' : come ? 'addition' : 'editorial';
  if (shrinks.has(keyword)) return come ? 'breaking' : 'addition';
  return 'breaking';
}

function membersLevel(before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>): Level {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return worst(
    names.map((name) => {
      const [old, now] = [before[name], after[name]];
      if (old === undefined) return 'addition';
      return isRecord(old) && isRecord(now) ? schemaLevel(old, now) : same(old, now) ? 'editorial' : 'breaking';
    }),
  );
}

/** What a change of a JSON Schema asks of the next version: accepting less is breaking, and so is what is not sure. */
export function schemaLevel(before: Json, after: Json): Level {
  if (same(before, after)) return 'editorial';
  if (!isRecord(before) || !isRecord(after)) return 'breaking';
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return worst(keywords.map((keyword) => keywordLevel(keyword, before[keyword], after[keyword])));
}
