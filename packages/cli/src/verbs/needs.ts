import type { Command } from 'commander';

/**
 * Options that a verb can't do without. Checked when all words have been read, and not by commander: a misspelt
 * `--profil` is told by its name then, and not as a missing `--profile`.
 */
export function needs(command: Command, names: readonly string[]): Command {
  return command.hook('preAction', (verb) => {
    const missing = verb.options.find((option) => {
      const name = option.attributeName();
      return names.includes(name) && verb.getOptionValue(name) === undefined;
    });
    if (missing) verb.error(`error: required option '${missing.flags}' not specified`);
  });
}
