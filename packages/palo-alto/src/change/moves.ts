/** The longest ascending part of some numbers, as a set: what need not move. */
function longestAscending(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    const found = tails.findIndex((tail) => tail >= number);
    const at = found < 0 ? tails.length : found;
    before.set(number, tails[at - 1]);
    tails[at] = number;
  }
  const kept = new Set<number>();
  for (let number = tails.at(-1); number !== undefined; number = before.get(number)) kept.add(number);
  return kept;
}

/** A rule that has to move, to stand right after or right before another; with neither, it is the only fixed point. */
export interface Move {
  readonly rule: string;
  readonly where: 'after' | 'before' | 'first';
  readonly anchor?: string;
}

/** The fewest moves that bring rules into a new order; those that were not there before stand somewhere else. */
export function movesOf(previous: readonly string[], next: readonly string[]): readonly Move[] {
  const places = new Map(previous.map((rule, i) => [rule, i]));
  const common = next.flatMap((rule) => places.get(rule) ?? []);
  const still = longestAscending(common);
  const stays = (rule: string): boolean => still.has(places.get(rule) ?? -1);
  const firstStill = next.find(stays);
  return next.flatMap((rule, i): readonly Move[] => {
    if (stays(rule)) return [];
    const anchor = i === 0 ? firstStill : next[i - 1];
    if (anchor === undefined) return [{ rule, where: 'first' }];
    return [{ rule, where: i === 0 ? 'before' : 'after', anchor }];
  });
}
