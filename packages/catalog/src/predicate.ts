import type { Profile } from './profile/profile.js';

/** When a fact applies, over the fields of a profile by their dotted path: `packages.python`. */
export type Predicate =
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }
  | { readonly equals: readonly [path: string, value: string | boolean] }
  | { readonly has: readonly [path: string, value: string] };

function at(profile: Profile, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      profile,
    );
}

/** Whether a predicate holds for a profile. */
export function holds(predicate: Predicate, profile: Profile): boolean {
  if ('all' in predicate) return predicate.all.every((part) => holds(part, profile));
  if ('any' in predicate) return predicate.any.some((part) => holds(part, profile));
  if ('not' in predicate) return !holds(predicate.not, profile);
  if ('equals' in predicate) return at(profile, predicate.equals[0]) === predicate.equals[1];
  const list = at(profile, predicate.has[0]);
  return Array.isArray(list) && list.includes(predicate.has[1]);
}

/** A predicate as a person reads it: `hbi is true`, `images has custom and not (compute.kubernetes is none)`. */
export function predicateText(predicate: Predicate): string {
  if ('all' in predicate) return predicate.all.map(bracketed).join(' and ');
  if ('any' in predicate) return predicate.any.map(bracketed).join(' or ');
  if ('not' in predicate) return `not ${bracketed(predicate.not)}`;
  if ('equals' in predicate) return `${predicate.equals[0]} is ${String(predicate.equals[1])}`;
  return `${predicate.has[0]} has ${predicate.has[1]}`;
}

function bracketed(predicate: Predicate): string {
  const single = 'equals' in predicate || 'has' in predicate;
  return single ? predicateText(predicate) : `(${predicateText(predicate)})`;
}
