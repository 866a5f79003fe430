import type { Flow } from '@azureml-firewall/rule-model';
import type { Line } from '../line.js';
import type { Judge, Judgement } from './judge.js';
import { destinationOf, newPlaces, owned } from './places.js';

/** Denied flows that go to the same place by the same port. */
export interface DeniedGroup {
  /** Host where it is known, else the address. */
  readonly destination: string;
  /** `tcp/443`. */
  readonly service: string;
  readonly judgement: Judgement;
  readonly count: number;
  /** Some of the addresses that it came from. */
  readonly sources: readonly string[];
  /** The rule or reason that the first of the records names. */
  readonly reason?: string;
}

/** What a log says, in a size that does not grow with it. */
export interface Tally {
  readonly lines: number;
  readonly denied: number;
  readonly other: number;
  readonly broken: number;
  /** The first of the broken lines, with their number counted from 1 and what is wrong. */
  readonly brokenSamples: readonly { readonly line: number; readonly why: string }[];
  /** Most frequent first. */
  readonly groups: readonly DeniedGroup[];
  /** Denied flows beyond the groups that are kept, by what was found of them. */
  readonly ungrouped: Readonly<Record<Judgement['kind'], number>>;
}

/** Takes lines, one after the other, and tells at any time what they say so far. */
export interface Tallier {
  readonly add: (line: Line) => void;
  readonly tally: () => Tally;
}

interface Growing {
  readonly group: Omit<DeniedGroup, 'count' | 'sources'>;
  count: number;
  readonly sources: Set<string>;
  /** Whether more sources are kept. Said here, since most records come after the last of them: the set is far in memory. */
  open: boolean;
}

const defaultLimits = { groups: 10_000, sources: 5, broken: 5 };

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byCount(a: DeniedGroup, b: DeniedGroup): number {
  return b.count - a.count || compareTexts(a.destination, b.destination) || compareTexts(a.service, b.service);
}

function newGroup(flow: Flow, judgement: Judgement, reason: string | undefined, some: number): Growing {
  const group = {
    destination: owned(destinationOf(flow)),
    service: `${flow.protocol}/${flow.port}`,
    judgement,
    ...(reason === undefined ? {} : { reason: owned(reason) }),
  };
  const sources = new Set(flow.source === undefined ? [] : [owned(flow.source)]);
  return { group, count: 1, sources, open: sources.size < some };
}

function addSource(group: Growing, source: string, some: number): void {
  if (!group.sources.has(source)) group.sources.add(owned(source));
  group.open = group.sources.size < some;
}

/**
 * Counts denied flows by where they go, judges each place once, and keeps at most `limits.groups` of them: memory does not
 * grow with the log.
 */
export function tallier(judge: Judge, limits: Partial<typeof defaultLimits> = {}): Tallier {
  const { groups: most, sources: some, broken: few } = { ...defaultLimits, ...limits };
  const groups = newPlaces<Growing>();
  const ungrouped = { planned: 0, dormant: 0, unknown: 0 };
  const brokenSamples: { readonly line: number; readonly why: string }[] = [];
  const counts = { lines: 0, denied: 0, other: 0, broken: 0 };

  const addDenied = (flow: Flow, reason: string | undefined): void => {
    const known = groups.get(flow);
    if (known) {
      known.count++;
      if (known.open && flow.source !== undefined) addSource(known, flow.source, some);
      return;
    }
    const { source, ...place } = flow;
    const judgement = judge(place);
    if (groups.values().length >= most) {
      ungrouped[judgement.kind]++;
      return;
    }
    groups.set(flow, newGroup(flow, judgement, reason, some));
  };

  return {
    add: (line) => {
      counts.lines++;
      if (line.kind === 'other') {
        counts.other++;
      } else if (line.kind === 'denied') {
        counts.denied++;
        addDenied(line.flow, line.reason);
      } else {
        counts.broken++;
        if (brokenSamples.length < few) brokenSamples.push({ line: counts.lines, why: line.why });
      }
    },
    tally: () => ({
      ...counts,
      brokenSamples: [...brokenSamples],
      groups: groups
        .values()
        .map(({ group, count, sources }): DeniedGroup => ({ ...group, count, sources: [...sources].toSorted() }))
        .toSorted(byCount),
      ungrouped: { ...ungrouped },
    }),
  };
}
