import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import type { NewVendorModel } from './model.js';
import type { NewVendorOptions } from './options.js';
import { unanswered } from './unanswered.js';

/** The files: all quoting is done here, nothing is decided, and each entry is told its lines. */
export function print({ rules }: NewVendorModel, { edition }: Context<NewVendorOptions>): readonly Artifact[] {
  return unanswered(`how are ${String(rules.length)} rules of edition ${edition} written?`);
}
