import { firstOf, liveEntries, type Live } from '../space/side.js';
import type { Space } from '../space/space.js';
import { partsOfAtoms } from '../space/parts.js';
import { groupBy } from '../group-by.js';
import { differ, isAllowed, type Answers, type Sides } from './answers.js';
import { keyOf, note, type Cell, type Findings, type Point } from './findings.js';

/** What is the same for all cells of a walk. */
interface Walk {
  readonly space: Space;
  readonly sides: Sides;
  readonly findings: Findings;
  /** The points of each cell that differ, so that what only adds a tag to them is not told again. */
  readonly told: Set<string>;
  readonly sourceParts: readonly (readonly number[])[];
  readonly addressParts: readonly (readonly number[])[];
}

/** A cell with the entries that are live in it. */
interface Open {
  readonly cell: Cell;
  readonly liveA: Live;
  readonly liveB: Live;
}

function answersAt({ liveA, liveB }: Open, items: readonly number[]): Answers {
  return { a: firstOf(liveA, items), b: firstOf(liveB, items) };
}

function tell(walk: Walk, { cell }: Open, answers: Answers, point: Point, parts: readonly Point[]): void {
  if (differ(walk.sides, answers)) {
    const gained = isAllowed(walk.sides.b, answers.b) ? 'gained' : 'lost';
    const key = (part: Point, source: number): string => `${keyOf(part)} ${source} ${cell.service} ${gained}`;
    const sources = walk.sourceParts[cell.source] ?? [];
    if (sources.some((source) => parts.some((part) => walk.told.has(key(part, source))))) return;
    walk.told.add(key(point, cell.source));
  }
  note(walk.findings, walk.sides, answers, point, cell);
}

/** Points of one kind that are answered by the same two entries. */
type Groups = Map<string, { readonly answers: Answers; readonly members: number[] }>;

function join(groups: Groups, answers: Answers, member: number): void {
  const key = `${answers.a} ${answers.b}`;
  const group = groups.get(key) ?? { answers, members: [] };
  groups.set(key, group);
  group.members.push(member);
}

function walkHosts(walk: Walk, open: Open): Groups {
  const groups: Groups = new Map();
  walk.space.hosts.forEach(({ items }, host) => {
    const answers = answersAt(open, items);
    const point = { host, addresses: [] };
    tell(walk, open, answers, point, [point]);
    if (!differ(walk.sides, answers)) join(groups, answers, host);
  });
  return groups;
}

function walkAddresses(walk: Walk, open: Open): Groups {
  const groups: Groups = new Map();
  walk.space.addresses.atoms.forEach(({ items }, address) => {
    const answers = answersAt(open, items);
    const parts = (walk.addressParts[address] ?? []).map((part) => ({ host: -1, addresses: [part] }));
    tell(walk, open, answers, { host: -1, addresses: [address] }, parts);
    if (!differ(walk.sides, answers)) join(groups, answers, address);
  });
  return groups;
}

/** What both answer to a connection of a host and an address. */
function bothAnswer(a: Answers, b: Answers): Answers {
  return { a: Math.min(a.a, b.a), b: Math.min(a.b, b.b) };
}

/** The atoms of addresses that make hosts of some answers differ, without those that only add a tag to another. */
function differingWith(walk: Walk, hosts: Answers, addresses: Groups): readonly number[] {
  const groups = [...addresses.values()].filter(({ answers }) => differ(walk.sides, bothAnswer(hosts, answers)));
  const found = new Set(groups.flatMap(({ members }) => members));
  const addsTag = (atom: number): boolean => (walk.addressParts[atom] ?? []).some((p) => p !== atom && found.has(p));
  return [...found].filter((atom) => !addsTag(atom));
}

/** Connections with both a name and an address, on which neither of them alone makes the policies differ. */
function walkBoth(walk: Walk, open: Open, hosts: Groups, addresses: Groups): void {
  const { atoms } = walk.space.addresses;
  for (const { answers, members } of hosts.values()) {
    const differing = differingWith(walk, answers, addresses);
    const alike = groupBy(differing, (atom) => {
      const { known = 0, tags = [], items = [] } = atoms[atom] ?? {};
      const { a, b } = bothAnswer(answers, answersAt(open, items));
      return `${a} ${b} ${known === 0 ? 'free' : 'known'} ${tags.join(' ')}`;
    });
    for (const some of alike.values()) {
      const found = bothAnswer(answers, answersAt(open, atoms[some[0] ?? -1]?.items ?? []));
      for (const host of members) {
        const point = { host, addresses: some };
        tell(walk, open, found, point, [point]);
      }
    }
  }
}

/** Walks through all that two policies can tell apart in one direction. */
export function walkSpace(space: Space, findings: Findings): void {
  const [a, b] = space.sides;
  if (!a || !b) return;
  const walk: Walk = {
    space,
    sides: { a, b },
    findings,
    told: new Set(),
    sourceParts: partsOfAtoms(space.sources),
    addressParts: partsOfAtoms(space.addresses),
  };
  space.sources.atoms.forEach((from, source) => {
    space.services.forEach((by, service) => {
      const live = (side: typeof a): Live => liveEntries(side, space.destinationItems, from, by);
      const open: Open = { cell: { source, service }, liveA: live(a), liveB: live(b) };
      const [hosts, addresses] = [walkHosts(walk, open), walkAddresses(walk, open)];
      if (space.denies) walkBoth(walk, open, hosts, addresses);
    });
  });
}
