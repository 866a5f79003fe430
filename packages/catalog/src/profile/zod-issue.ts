import type * as z from 'zod';
import type { ProfileIssue } from './profile-error.js';
import { profileDefaults } from './defaults.js';
import { roles } from './profile.js';
import { shown } from './shown.js';

type Path = readonly (string | number)[];

const topLevel = ['cloud', 'region', 'storage', 'registry', 'workspaceId', ...Object.keys(profileDefaults)];
const optionalKeys: Readonly<Record<string, readonly string[]>> = {
  kubernetes: ['clusterName', 'apiServer', 'endpointName'],
};
const extraKeys = ['to', 'tag', 'ports', 'because'];

/** The keys that a profile knows at a path. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return topLevel;
  if (path[0] === 'extra') return extraKeys;
  if (path[1] === 'sources') return roles;
  const section: unknown = Reflect.get(profileDefaults, path[0] ?? '');
  return typeof section === 'object' && section !== null
    ? [...Object.keys(section), ...(optionalKeys[path[0] ?? ''] ?? [])]
    : [];
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** Types in the words of somebody who writes YAML. */
const typeNames: Readonly<Record<string, string>> = {
  object: 'a map of keys',
  record: 'a map of keys',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
};

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return typeNames[issue.expected] ?? `a ${issue.expected}`;
    case 'invalid_union':
      return 'a list of prefixes, or lists of prefixes by role';
    default:
      return issue.message;
  }
}

/** What zod says about a profile, as where, found and expected. */
export function issueOf(issue: z.core.$ZodIssue, input: unknown): readonly ProfileIssue[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      found: 'an unknown key',
      expected: `one of ${keysAt(path).join(', ')}`,
    }));
  const missing = valueAt(input, path) === undefined;
  return [{ path, found: missing ? 'nothing' : shown(valueAt(input, path)), expected: expectedBy(issue) }];
}
