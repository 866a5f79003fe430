import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asksAPerson, commandsOf, mayFind } from '../../../readme/transcript.js';
import type { Consumer } from '../consumer.js';
import { run, type Stage } from '../processes.js';

/** Types what the page of a command shows, with `npx` as npm brings it. Gives how many lines there were. */
export async function typeCommands(stage: Stage, { of, folder, blocks }: Consumer): Promise<number> {
  if (!of.manifest.bin) return 0;
  const commands = blocks.filter(({ language }) => language === 'console').flatMap(commandsOf);
  for (const { line, shown } of commands) {
    if (asksAPerson(line)) continue;
    const [, file] = /^cat (\S+)$/.exec(line) ?? [];
    if (file !== undefined) writeFileSync(join(folder, file), `${shown}\n`);
    const printed = await run(stage, folder, ['bash', '-c', line], mayFind(line) ? [0, 1] : [0]);
    if (!printed.includes(shown)) throw new Error(`${line} prints something else than its page shows\n${printed}`);
  }
  return commands.length;
}
