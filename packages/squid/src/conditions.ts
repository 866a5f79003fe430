import { lineWidth } from './limits.js';
import type { Acl, AclType, List } from './model.js';

/** Conditions with the lists that they read. */
export interface Conditions {
  readonly acls: readonly Acl[];
  readonly lists: readonly List[];
}

/** A condition whose values stand in the line. */
export function inline(name: string, type: AclType, flags: Acl['flags'], values: readonly string[]): Acl {
  return { name, type, flags, of: { values } };
}

/** A condition that reads a list. */
export function listed(name: string, type: AclType, flags: Acl['flags'], list: string): Acl {
  return { name, type, flags, of: { list } };
}

/** A condition whose values stand in a list of its name. */
export function inList(name: string, type: AclType, values: readonly string[]): Conditions {
  return { acls: [listed(name, type, [], name)], lists: [{ name, values }] };
}

/** A condition whose values stand in the line where they fit, and else in a list of its name. */
export function fitted(name: string, type: AclType, values: readonly string[]): Conditions {
  if (values.join(' ').length > lineWidth) return inList(name, type, values);
  return { acls: [inline(name, type, [], values)], lists: [] };
}

/** Conditions one after the other. */
export function together(parts: readonly Conditions[]): Conditions {
  return { acls: parts.flatMap(({ acls }) => acls), lists: parts.flatMap(({ lists }) => lists) };
}
