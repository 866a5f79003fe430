/** A key or index on the way to a value. */
export type PathPart = string | number;

/** A parsed file: its value, and where in the file a path stands. */
export interface SourceDocument {
  /** The file as the user named it. */
  readonly file: string;
  readonly value: unknown;
  /** `workspace.yaml:3:9` for the value at a path, or for its key; the nearest parent where the path ends early. */
  readonly placeOf: (path: readonly PathPart[], at: 'key' | 'value') => string;
}

/** A path as people write it: `extra[0].ports`. */
export function pathText(path: readonly PathPart[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = /^[A-Za-z0-9_-]+$/.test(part) ? part : JSON.stringify(part);
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
