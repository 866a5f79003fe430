import { aggregateCidrs, fitCidrs, type FittedCidrs } from '@azureml-firewall/rule-model';
import { InvalidArgumentError } from 'commander';
import type { Host } from '../../host.js';
import { readTags } from '../../input/read-tags.js';
import { needs } from '../needs.js';
import type { AddVerb } from '../verb.js';
import { namedTag } from './named-tag.js';
import { fileDescription, fileFlags, formatOption, type FileArguments } from './options.js';
import { printPrefixes } from './print-prefixes.js';

interface Arguments extends FileArguments {
  readonly limit?: number;
}

/** A table of more prefixes than there are is no limit. */
const mostPrefixes = 1_000_000;

function parseLimit(text: string): number {
  const limit = /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > mostPrefixes)
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostPrefixes}.`);
  return limit;
}

function together(
  prefixes: readonly string[],
  limit: number | undefined,
): Pick<FittedCidrs, 'prefixes'> & Partial<FittedCidrs> {
  return limit === undefined ? { prefixes: aggregateCidrs(prefixes) } : fitCidrs(prefixes, limit);
}

async function printTogether(names: readonly string[], given: Arguments, host: Host): Promise<void> {
  const { document, diagnostics } = await readTags(given.file, host.cwd);
  const found = names.map((name) => namedTag(document, name));
  const tags = [...new Set(found.map(({ tag }) => tag.name))];
  const made = together(
    found.flatMap(({ tag }) => tag.prefixes),
    given.limit,
  );
  const all = [...diagnostics, ...found.flatMap((one) => one.diagnostics)];
  printPrefixes({ document, tags, ...made, diagnostics: all }, given.format, host);
}

/** `service-tags aggregate`: the fewest prefixes with the addresses of some tags. */
export const addAggregate: AddVerb = (group, host) => {
  needs(group.command('aggregate'), ['file'])
    .description('the fewest prefixes with the addresses of some tags, one on each line')
    .argument('<tags...>', 'service tags in any spelling')
    .option(fileFlags, fileDescription)
    .option(
      '--limit <count>',
      'at most so many prefixes of each family, with as few other addresses as can be',
      parseLimit,
    )
    .addOption(formatOption())
    .action(async (names: readonly string[], given: Arguments) => {
      await printTogether(names, given, host);
    });
};
