/** What a path pattern asks for: this path, or all that starts so. */
export interface PathPattern {
  readonly text: string;
  readonly below: boolean;
}

/** `/owner/*` is all that starts with `/owner/`, which `/owner` does not. */
export function pathPattern(path: string): PathPattern {
  return path.endsWith('/*') ? { text: path.slice(0, -1), below: true } : { text: path, below: false };
}

/** Whether a path in canonical spelling is covered by the path of a URL destination. */
export function pathMatches(pattern: string, path: string): boolean {
  const { text, below } = pathPattern(pattern);
  return below ? path.startsWith(text) : path === text;
}
