/** A fenced block of a Markdown page. */
export interface Block {
  /** `ts`, `sh`, `console`; empty where the fence names none. */
  readonly language: string;
  /** What stands behind the language: `shape`. */
  readonly info: string;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

const fence = /^```(\S*) *(.*)$/;

/** The fenced blocks of a page, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Omit<Block, 'text'> | undefined;
  let held: string[] = [];
  for (const [index, line] of markdown.split('\n').entries()) {
    const [fenced, language = '', info = ''] = fence.exec(line) ?? [];
    if (fenced === undefined) {
      held.push(line);
    } else if (open) {
      blocks.push({ ...open, text: held.map((one) => `${one}\n`).join('') });
      open = undefined;
    } else {
      open = { language, info, line: index + 1 };
      held = [];
    }
  }
  if (open) throw new Error(`the block of line ${open.line} is not closed`);
  return blocks;
}
