import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package in a lock file. */
export interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The packages of a lock file by their places: `node_modules/zod`, `packages/cli`. */
export type Lock = Readonly<Record<string, Locked>>;

export function readLock(folder: string): Lock {
  return (JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { readonly packages: Lock }).packages;
}

/** Where Node.js finds a package that one at some place asks for. */
function placeOf(lock: Lock, from: string, name: string): string | undefined {
  const folders = from.split('/');
  for (let depth = folders.length; depth >= 0; depth--) {
    const place = [...folders.slice(0, depth), 'node_modules', name].join('/').replace(/^\//, '');
    const found = lock[place];
    if (found) return found.link ? found.resolved : place;
  }
  return undefined;
}

/** Places of all that some packages bring along at run time, others' only. */
export function broughtAlong(lock: Lock, roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    const { dependencies = {}, optionalDependencies = {} } = lock[place] ?? {};
    for (const name of [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]) {
      const next = placeOf(lock, place, name);
      if (next !== undefined) open.push(next);
      else if (name in dependencies) throw new Error(`${place} depends on ${name}, which is not locked`);
    }
  }
  return new Set([...seen].filter((place) => place.includes('node_modules/')));
}

/** `@clack/core` of `packages/cli/node_modules/@clack/core`. */
export function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
