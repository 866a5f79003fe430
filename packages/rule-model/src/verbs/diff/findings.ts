import type { Rule } from '../../model/rule.js';
import { differ, isAllowed, ruleAt, type Answers, type Sides } from './answers.js';

/** Where connections go: an atom of hosts or -1, and the atoms of addresses that each will do; none for a name alone. */
export interface Point {
  readonly host: number;
  readonly addresses: readonly number[];
}

/** An atom of sources and one of services. */
export interface Cell {
  readonly source: number;
  readonly service: number;
}

/** What two policies answer differently by the same two rules. */
export interface Difference {
  readonly gained: boolean;
  readonly ruleInA: Rule | undefined;
  readonly ruleInB: Rule | undefined;
  /** The item of the entry that allows. */
  readonly item: number;
  /** The cells of each point, by its key. */
  readonly points: Map<string, { readonly point: Point; readonly cells: Cell[] }>;
}

/** What a walk through a space finds. */
export interface Findings {
  readonly differences: Map<string, Difference>;
  /** The rules of the second policy that answer like a rule of the first. */
  readonly alike: Map<Rule, Set<Rule>>;
}

/** A point as a key. */
export function keyOf({ host, addresses }: Point): string {
  return `${host} ${addresses.join(',')}`;
}

function differenceOf({ a, b }: Sides, answers: Answers): Difference {
  const gained = isAllowed(b, answers.b);
  const item = (gained ? b.destinations[answers.b] : a.destinations[answers.a]) ?? -1;
  return { gained, ruleInA: ruleAt(a, answers.a), ruleInB: ruleAt(b, answers.b), item, points: new Map() };
}

/** Hosts are shown as a tree whatever entry allows them, addresses as a part of the entry that does. */
function groupKey({ gained, ruleInA, ruleInB, item }: Difference, { host, addresses }: Point): string {
  const what = host < 0 ? item : addresses.join(',');
  return JSON.stringify([gained, ruleInA?.id, ruleInB?.id, host < 0, what]);
}

function addDifference({ differences }: Findings, found: Difference, point: Point, cell: Cell): void {
  const key = groupKey(found, point);
  const { points } = differences.get(key) ?? found;
  if (points === found.points) differences.set(key, found);
  const home = points.get(keyOf(point)) ?? { point, cells: [] };
  points.set(keyOf(point), home);
  home.cells.push(cell);
}

/** Notes what two policies answer at a point: whether they differ, and if not, which rules say the same. */
export function note(findings: Findings, sides: Sides, answers: Answers, point: Point, cell: Cell): void {
  if (differ(sides, answers)) {
    addDifference(findings, differenceOf(sides, answers), point, cell);
    return;
  }
  const [from, to] = [ruleAt(sides.a, answers.a), ruleAt(sides.b, answers.b)];
  if (!from || !to) return;
  const known = findings.alike.get(from) ?? new Set();
  findings.alike.set(from, known.add(to));
}
