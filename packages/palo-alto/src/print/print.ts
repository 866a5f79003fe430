import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import type { PanosModel } from '../model.js';
import type { PaloAltoOptions } from '../options.js';
import { moveLines } from './move.js';
import { printSet } from './set.js';
import { printXml } from './xml.js';

/** Loading XML appends the rules: the commands that move them stand beside it. */
function printMoves({ config }: PanosModel, { options }: Context<PaloAltoOptions>): readonly Artifact[] {
  const lines = moveLines(
    options,
    config.rules.map(({ name }) => name),
  );
  return lines.length === 0 ? [] : [{ path: 'move.set', text: `${lines.join('\n')}\n`, spans: [] }];
}

/** The configuration in the dialects that are asked for; none when no rule can be said. */
export function print(model: PanosModel, context: Context<PaloAltoOptions>): readonly Artifact[] {
  const { dialect } = context.options;
  if (model.config.rules.length === 0) return [];
  return [
    ...(dialect === 'xml' ? [] : [printSet(model, context)]),
    ...(dialect === 'set' ? [] : [printXml(model, context)]),
    ...(dialect === 'xml' ? printMoves(model, context) : []),
  ];
}
