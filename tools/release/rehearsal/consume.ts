import { join } from 'node:path';
import { publicPackages } from '../../workspace/packages.js';
import { runInBrowser } from './checks/browser.js';
import { typeCommands } from './checks/command.js';
import { loadEntries, renderAlone } from './checks/entries.js';
import { runAsShown } from './checks/program.js';
import { checkTypes } from './checks/types.js';
import { installAlone, installAsShown, type Consumer } from './consumer.js';
import type { Stage } from './processes.js';

/** Installs every package as users would, each in a project of its own, and uses it in every way that is promised. */
export async function consume(stage: Stage, url: string, say: (what: string) => void): Promise<void> {
  const alone: Consumer[] = [];
  const asShown: Consumer[] = [];
  const open = [...publicPackages()];
  const lane = async (): Promise<void> => {
    for (let of = open.shift(); of !== undefined; of = open.shift()) {
      const consumer = await installAlone(stage, of, url);
      alone.push(consumer);
      await loadEntries(stage, consumer);
      await renderAlone(stage, consumer);
      await runAsShown(stage, consumer);
      await typeCommands(stage, consumer);
      const more = consumer.program ? undefined : await installAsShown(stage, consumer, url);
      if (more) asShown.push(more);
      if (more) await runAsShown(stage, more);
    }
  };
  await Promise.all([lane(), lane()]);
  say(`${alone.length} packages installed alone, ${asShown.length} as their READMEs say, loaded and run`);
  const all = [...alone, ...asShown];
  checkTypes(all, stage.folder);
  say('types hold under node16, nodenext and bundler');
  const libraries = alone.filter(({ of }) => !of.manifest.bin);
  const best = libraries.map((one) => asShown.find(({ of }) => of.id === one.of.id) ?? one);
  say(`${best.length} bundles run in ${await runInBrowser(best, join(stage.folder, 'browser'))}`);
}
