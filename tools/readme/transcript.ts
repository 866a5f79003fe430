import type { Block } from './blocks.js';

/** A line that a reader types, and what the page shows below it. */
export interface Command {
  readonly line: string;
  readonly shown: string;
}

/** The commands of a `console` block: what follows each `$ `. */
export function commandsOf({ text }: Block): readonly Command[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { line: part.slice(0, end), shown: part.slice(end + 1).trim() };
    });
}

/** The packages that the `npm install` lines of blocks name. */
export function installedBy(blocks: readonly Block[]): ReadonlySet<string> {
  const lines = blocks.flatMap(({ text }) => text.split('\n'));
  const installs = lines.flatMap((line) => /^(?:\$ )?npm install (.*)$/.exec(line)?.[1] ?? []);
  return new Set(
    installs.flatMap((names) => names.split(/\s+/).filter((name) => name !== '' && !name.startsWith('-'))),
  );
}

/** Whether a line of the command asks a person: its own tests play one. */
export function asksAPerson(line: string): boolean {
  return /\bazureml-firewall init\b/.test(line);
}

/** Whether a line of the command may end with 1: done, and there is something to look at. */
export function mayFind(line: string): boolean {
  return /--strict|--exit-code|\bexplain\b/.test(line);
}
