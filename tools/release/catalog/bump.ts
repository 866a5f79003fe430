import type { DataChange, Level } from './data-change.js';

/** The part of a version that goes up. */
export type Bump = 'patch' | 'minor' | 'major';

/** The bumps, least first. */
export const bumps: readonly Bump[] = ['patch', 'minor', 'major'];

/**
 * The least bump that a change asks for. Before 1.0 what breaks asks for a minor one, as npm's ranges have it; so does
 * what is added, since no range may let a rule in that nobody asked for.
 */
export function bumpFor(level: Level, version: string): Bump {
  if (level === 'editorial') return 'patch';
  return level === 'breaking' && !version.startsWith('0.') ? 'major' : 'minor';
}

/** The least bump that all changes together ask for; none where nothing changed. */
export function bumpForAll(changes: readonly DataChange[], version: string): Bump | undefined {
  const asked = new Set(changes.map(({ level }) => bumpFor(level, version)));
  return bumps.toReversed().find((bump) => asked.has(bump));
}
