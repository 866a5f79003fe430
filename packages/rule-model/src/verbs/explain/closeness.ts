import type { Witness, WitnessCode } from './witness.js';

/** How close each kind of witness comes: the smaller, the closer. */
const distance: Readonly<Record<WitnessCode, number>> = {
  'explain/allowed-as-look-alike': 0,
  'explain/undecided': 1,
  'explain/excluded': 2,
  'explain/denied-first': 3,
  'explain/other-source': 4,
  'explain/wrong-port': 5,
  'explain/wrong-protocol': 6,
  'explain/wrong-path': 7,
  'explain/excluded-by-other-ports': 8,
  'explain/only-below': 9,
  'explain/only-apex': 10,
  'explain/parent-domain': 11,
  'explain/look-alike': 12,
  'explain/needs-address': 13,
  'explain/needs-host': 14,
};

/** The witnesses with the closest first; those of one kind keep the order of the rules. */
export function byCloseness(witnesses: readonly Witness[]): readonly Witness[] {
  return witnesses.toSorted((a, b) => distance[a.code] - distance[b.code]);
}
