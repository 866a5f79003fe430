/** A word of a command: a keyword, a number or an address as it is, a name or a text between double quotes. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** `set member "a" "b"`. */
export interface Setting {
  readonly kind: 'set';
  readonly name: string;
  readonly words: readonly Word[];
}

/** `edit "a" … next`. */
export interface Edit {
  readonly kind: 'edit';
  readonly key: Word;
  readonly body: readonly Statement[];
}

/** What a table holds, for a reader that goes through it once. */
export interface TableBody {
  readonly path: string;
  readonly body: Iterable<Statement>;
}

/** `config firewall address … end`. */
export interface Table extends TableBody {
  readonly kind: 'config';
  readonly body: readonly Statement[];
}

/** A command that only updates need, as its words: `append member "a"`, `delete "a"`, `move 5 before 3`. */
export interface Command {
  readonly kind: 'command';
  readonly words: readonly Word[];
}

/** What a configuration is made of. */
export type Statement = Setting | Edit | Table | Command;

/** A keyword, a number or an address. */
export function bare(text: string | number): Word {
  return { text: String(text), quoted: false };
}

/** A name or a text. */
export function quoted(text: string): Word {
  return { text, quoted: true };
}

/** `set name words…`. */
export function set(name: string, ...words: readonly Word[]): Setting {
  return { kind: 'set', name, words };
}

/** `set name "a" "b"`. */
export function setNames(name: string, names: readonly string[]): Setting {
  return set(name, ...names.map(quoted));
}
