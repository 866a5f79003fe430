import type { Assembled, Context, Placed } from '@azureml-firewall/renderer-kit';
import type { Code } from './messages.js';
import type { Match, NewVendorModel } from './model.js';
import type { NewVendorOptions } from './options.js';
import { unanswered } from './unanswered.js';

/** The rules for all that was placed: grouping, names, order and limits are decided here. */
export function assemble(
  placed: readonly Placed<Match>[],
  { policy }: Context<NewVendorOptions>,
): Assembled<NewVendorModel, Code> {
  return unanswered(
    `how do ${String(placed.length)} entries become rules, in their order, and what is said of ` +
      `${String(policy.routes.length)} routes?`,
  );
}
