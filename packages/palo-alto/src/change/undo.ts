import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import { entriesOfConfig } from '../entries.js';
import type { PanosModel } from '../model.js';
import type { PaloAltoOptions } from '../options.js';
import { objectWords } from '../print/set.js';

/** Deletes all that `print` makes, each object after all that name it. */
export function undo({ config }: PanosModel, { options }: Context<PaloAltoOptions>): readonly Artifact[] {
  const words = objectWords(options);
  const lines = [...entriesOfConfig(config)].toReversed().map((entry) => `delete ${words(entry)}`);
  return lines.length === 0 ? [] : [{ path: 'undo.set', text: `${lines.join('\n')}\n`, spans: [] }];
}
