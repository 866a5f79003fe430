import { grammar, holdsOf, sections, type ConfigEntry, type Section } from '../grammar.js';

/** The values of a field, in the order in which they came. */
type Fields = Map<string, Set<string>>;

/** A configuration that commands are applied to, as on a device before the commit. */
export type Candidate = ReadonlyMap<Section, Map<string, Fields>>;

export function newCandidate(): Candidate {
  return new Map(sections.map((section) => [section, new Map<string, Fields>()]));
}

function objectsOf(candidate: Candidate, section: Section): Map<string, Fields> {
  return candidate.get(section) ?? new Map<string, Fields>();
}

/** `set`: a single value is replaced, a list grows. */
export function setField(
  candidate: Candidate,
  section: Section,
  name: string,
  path: string,
  values: readonly string[],
): void {
  const objects = objectsOf(candidate, section);
  const fields = objects.get(name) ?? new Map<string, Set<string>>();
  objects.set(name, fields);
  const before = holdsOf(section, path) === 'one' ? undefined : fields.get(path);
  const held = before ?? new Set<string>();
  fields.set(path, held);
  for (const value of values) held.add(value);
}

/** `delete` of an object, a field, or members of a list; false when it is not there. */
export function remove(
  candidate: Candidate,
  section: Section,
  name: string,
  path?: string,
  values: readonly string[] = [],
): boolean {
  const objects = objectsOf(candidate, section);
  const fields = objects.get(name);
  if (path === undefined) return objects.delete(name);
  const held = fields?.get(path);
  if (!fields || !held) return false;
  if (values.length === 0) return fields.delete(path);
  if (!values.every((value) => held.has(value))) return false;
  for (const value of values) held.delete(value);
  if (held.size === 0) fields.delete(path);
  return true;
}

/** `move`; false when a rule is not there. */
export function move(candidate: Candidate, name: string, where: string, anchor?: string): boolean {
  const rules = objectsOf(candidate, 'rules');
  const fields = rules.get(name);
  if (!fields) return false;
  const others = [...rules].filter(([other]) => other !== name);
  const near = others.findIndex(([other]) => other === anchor);
  if (anchor !== undefined && near < 0) return false;
  const at = where === 'top' ? 0 : where === 'bottom' ? others.length : where === 'before' ? near : near + 1;
  rules.clear();
  for (const [other, held] of others.toSpliced(at, 0, [name, fields])) rules.set(other, held);
  return true;
}

/** Fields in the order of the grammar, so that two candidates with the same content read alike. */
export function entriesOfCandidate(candidate: Candidate): readonly ConfigEntry[] {
  return sections.flatMap((section) =>
    [...objectsOf(candidate, section)].map(([name, fields]) => ({
      section,
      name,
      fields: Object.keys(grammar[section]).flatMap((path) => {
        const values = fields.get(path);
        return values ? [{ path, values: [...values] }] : [];
      }),
    })),
  );
}
