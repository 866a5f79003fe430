/** Names that a report exports without a word on what they are. */
export function undocumentedExports(report: string): readonly string[] {
  const found = report.matchAll(/^\/\/ @\w+ \(undocumented\)\nexport (?:declare )?(?:abstract )?\w+ (\w+)/gm);
  return [...found].map(([, name = '']) => name);
}
