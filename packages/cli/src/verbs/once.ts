import type { Command } from 'commander';

/**
 * Refuses an option with a value that is given twice, in a command and all below it: the last one would hold, and what the first one
 * named would be lost in silence.
 */
export function eachOnce(command: Command): void {
  const given = new Set<string>();
  const valued = command.options.filter(({ required, optional }) => required || optional);
  for (const option of valued)
    command.on(`option:${option.name()}`, () => {
      if (given.has(option.name())) command.error(`error: option '${option.flags}' is given twice, expected once`);
      given.add(option.name());
    });
  for (const verb of command.commands) eachOnce(verb);
}
