import type { Host } from '../../host.js';
import { readTags } from '../../input/read-tags.js';
import { needs } from '../needs.js';
import type { AddVerb } from '../verb.js';
import { namedTag } from './named-tag.js';
import { fileDescription, fileFlags, formatOption, type FileArguments } from './options.js';
import { printPrefixes } from './print-prefixes.js';

async function printTag(name: string, { file, format }: FileArguments, host: Host): Promise<void> {
  const { document, diagnostics } = await readTags(file, host.cwd);
  const found = namedTag(document, name);
  const { name: real, prefixes } = found.tag;
  const all = [...diagnostics, ...found.diagnostics];
  printPrefixes({ document, tags: [real], prefixes, diagnostics: all }, format, host);
}

/** `service-tags resolve`: the prefixes of a tag. */
export const addResolve: AddVerb = (group, host) => {
  needs(group.command('resolve'), ['file'])
    .description('the prefixes of a tag, as the document has them, one on each line')
    .argument('<tag>', 'a service tag in any spelling: Storage.EastUS2, keyvault')
    .option(fileFlags, fileDescription)
    .addOption(formatOption())
    .action(async (name: string, given: FileArguments) => {
      await printTag(name, given, host);
    });
};
