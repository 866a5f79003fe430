import type { Destination } from '../../model/destination.js';
import { pathPattern } from '../../net/path-match.js';
import { addTo } from '../multimap.js';
import type { Items } from './items.js';

/**
 * Hosts, with their paths, that no item tells apart: what `destination` holds and no atom under this one does. Atoms
 * form trees, since of two names with a common end one is the end of the other.
 */
export interface HostAtom {
  readonly destination: Destination;
  /** The items that hold it. */
  readonly items: readonly number[];
  /** The number of the atom that this one is cut out of; -1 for none. */
  readonly parent: number;
}

interface Growing {
  readonly atoms: HostAtom[];
  /** The atoms of wildcards (`.parent`) and suffixes by the end of name that they stand for. */
  readonly byEnd: Map<string, number>;
}

/** The atom of the longest end that a name has, from its character `from` on; -1 for none. */
function longestEnd(name: string, from: number, { byEnd }: Growing): number {
  for (let at = from; at < name.length; at++) {
    const atom = byEnd.get(name.slice(at));
    if (atom !== undefined) return atom;
  }
  return -1;
}

function add({ atoms }: Growing, destination: Destination, parent: number, items: readonly number[]): number {
  return atoms.push({ destination, parent, items: [...items, ...(atoms[parent]?.items ?? [])] }) - 1;
}

function addEnds(growing: Growing, { list }: Items): void {
  const ends = list.flatMap(({ reach }, item): readonly [string, Destination, number][] => {
    if (reach.by === 'below') return [[`.${reach.parent}`, { kind: 'wildcard', parent: reach.parent }, item]];
    return reach.by === 'ending' ? [[reach.suffix, { kind: 'suffix', suffix: reach.suffix }, item]] : [];
  });
  for (const [end, destination, item] of ends.toSorted(([a], [b]) => a.length - b.length))
    growing.byEnd.set(end, add(growing, destination, longestEnd(end, 1, growing), [item]));
}

/** A path of a host that items name, and the items that do. */
interface NamedPath {
  readonly path: string;
  readonly item: number;
}

/** What starts with a shorter path contains what starts with a longer one; a single path contains nothing. */
function addPaths(growing: Growing, host: string, parent: number, paths: readonly NamedPath[]): void {
  const starts: { readonly text: string; readonly atom: number }[] = [];
  const rank = ({ path }: NamedPath): number => (pathPattern(path).below ? path.length : Infinity);
  for (const { path, item } of paths.toSorted((a, b) => rank(a) - rank(b))) {
    const { text, below } = pathPattern(path);
    const within = starts.findLast((start) => text.startsWith(start.text))?.atom ?? parent;
    const atom = add(growing, { kind: 'url', host, path }, within, [item]);
    if (below) starts.push({ text, atom });
  }
}

/** The atoms of all hosts that some item holds. */
export function hostAtoms(items: Items): readonly HostAtom[] {
  const growing: Growing = { atoms: [], byEnd: new Map() };
  addEnds(growing, items);
  const whole = new Map<string, number[]>();
  const paths = new Map<string, NamedPath[]>();
  items.list.forEach(({ reach }, item) => {
    if (reach.by !== 'host') return;
    if (!whole.has(reach.host)) whole.set(reach.host, []);
    if (reach.path === undefined) addTo(whole, reach.host, item);
    else addTo(paths, reach.host, { path: reach.path, item });
  });
  for (const [host, own] of whole) {
    const atom = add(growing, { kind: 'fqdn', host }, longestEnd(host, 0, growing), own);
    addPaths(growing, host, atom, paths.get(host) ?? []);
  }
  return growing.atoms;
}
