import type { Artifact, Span } from '@azureml-firewall/renderer-kit';
import { commentLine } from '../limits.js';

/** A line of a file, with the entries of the policy that it carries. */
export interface Line {
  readonly text: string;
  readonly entries?: readonly string[];
}

/** Comment lines that no tool cuts in two. */
export function comments(text: string): readonly Line[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > commentLine) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => ({ text: line }));
}

/** Lines that carry nothing. */
export function plainLines(...texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ text }));
}

/** A file of some lines. */
export function file(path: string, lines: readonly Line[]): Artifact {
  const spans = lines.flatMap(({ entries = [] }, i): readonly Span[] =>
    entries.map((entry) => ({ entry, from: i + 1, to: i + 1 })),
  );
  return { path, text: `${lines.map(({ text }) => text).join('\n')}\n`, spans };
}
