/** Sets of labels by number. Sets that grew by the same steps have the same number. */
export interface LabelSets {
  /** The number of the empty set. */
  readonly none: number;
  /** How many sets there are; they are numbered from 0. */
  readonly count: () => number;
  /** The number of a set and one more label. */
  readonly add: (set: number, label: number) => number;
  /** The labels of a set, ascending. Made when first asked for: most sets of a document never are. */
  readonly list: (set: number) => readonly number[];
}

/** An empty store of sets of labels from 0 to `labels - 1`. */
export function newLabelSets(labels: number): LabelSets {
  const byStep = new Map<number, number>();
  const parents: number[] = [0];
  const added: number[] = [0];
  const lists: (readonly number[] | undefined)[] = [[]];
  const has = (set: number, label: number): boolean => {
    for (let at = set; at !== 0; at = parents[at] ?? 0) if (added[at] === label) return true;
    return false;
  };
  const create = (set: number, label: number): number => {
    if (has(set, label)) return set;
    lists.push(undefined);
    added.push(label);
    return parents.push(set) - 1;
  };
  const read = (set: number): readonly number[] => {
    const list: number[] = [];
    for (let at = set; at !== 0; at = parents[at] ?? 0) list.push(added[at] ?? 0);
    return list.sort((a, b) => a - b);
  };
  return {
    none: 0,
    count: () => lists.length,
    add: (set, label) => {
      const step = set * labels + label;
      const known = byStep.get(step);
      if (known !== undefined) return known;
      const number = create(set, label);
      byStep.set(step, number);
      return number;
    },
    list: (set) => (lists[set] ??= read(set)),
  };
}
