import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import { accessLists } from '../access-lists.js';
import type { CiscoAsaModel } from '../model.js';
import type { CiscoAsaOptions } from '../options.js';
import { removedLines } from '../print/entries.js';
import { removedObjects } from './objects.js';

/** Takes away what was made, in the order in which nothing is in use any more when it goes. */
export function printUndo(model: CiscoAsaModel, { options }: Context<CiscoAsaOptions>): readonly Artifact[] {
  if (model.entries.length === 0) return [];
  const isUsed = (wanted: string): boolean => model.entries.some(({ direction }) => direction === wanted);
  const lists = accessLists(options).filter(({ direction }) => isUsed(direction));
  const lines = [...lists.flatMap(removedLines), ...removedObjects(model)];
  return [{ path: 'asa-undo.cfg', text: `${lines.join('\n')}\n`, spans: [] }];
}
