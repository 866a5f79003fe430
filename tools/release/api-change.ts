import type { Level } from './catalog/data-change.js';

/** Names that an API report exports. */
function exportedNames(report: string): ReadonlySet<string> {
  const declared = report.matchAll(
    /^export (?:declare )?(?:abstract )?(?:function|const|interface|type|class|enum) (\w+)/gm,
  );
  const listed = report.matchAll(/^export \{ (\w+) \}/gm);
  return new Set([...declared, ...listed].map(([, name = '']) => name));
}

/** The signatures of a report: without what is said of them. */
function signatures(report: string): string {
  return report
    .split('\n')
    .filter((line) => !/^\s*\/\//.test(line))
    .join('\n');
}

/**
 * What a change of a report asks of the next version: a name that is gone breaks who uses it. Whether another signature
 * does can't be told here, so that it asks for a minor version and for a reader's eye.
 */
export function apiLevel(before: string, after: string): Level | undefined {
  if (signatures(before) === signatures(after)) return undefined;
  const now = exportedNames(after);
  return [...exportedNames(before)].every((name) => now.has(name)) ? 'addition' : 'breaking';
}
