import type * as z from 'zod';
import type { PathPart } from './document.js';
import type { Issue } from './issue.js';
import { shown } from './shown.js';

function at(value: unknown, path: readonly PathPart[]): unknown {
  return path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined),
    value,
  );
}

/** Types in the words of all other messages. */
const typeNames: Readonly<Record<string, string>> = {
  object: 'a mapping of keys to values',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** Zod's sentence without its beginning: what completes "expected …". */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected;
  return issue.message.replace(/^Invalid input: /, '').replace(/^expected (.*?)(, received .*)?$/, '$1');
}

/** The issues of a schema in the words of all other messages. */
export function issuesOf(
  error: z.ZodError,
  value: unknown,
  prefix: readonly PathPart[],
  known: readonly string[],
): readonly Issue[] {
  return error.issues.flatMap((issue): readonly Issue[] => {
    const inner = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const path = [...prefix, ...inner];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key],
        found: 'an unknown key',
        expected: inner.length === 0 && known.length > 0 ? `one of ${known.join(', ')}` : 'a known one',
        key: true,
      }));
    return [{ path, found: shown(at(value, inner)), expected: expectedBy(issue) }];
  });
}
