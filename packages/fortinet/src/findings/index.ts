import type { Context, Finding, Placed } from '@azureml-firewall/renderer-kit';
import type { Draft } from '../drafts.js';
import type { Code } from '../messages.js';
import type { FortiModel, Match } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { limitFindings } from './limits.js';
import { tagFindings } from './tags.js';
import { webFilterFindings } from './web-filter.js';
import { wholePolicyFindings } from './whole-policy.js';

/** What a reader should know of the whole. */
export function findingsOf(
  model: FortiModel,
  drafts: readonly Draft[],
  placed: readonly Placed<Match>[],
  context: Context<FortinetOptions>,
): readonly Finding<Code>[] {
  return [
    ...wholePolicyFindings(placed, context),
    ...tagFindings(placed, context.options),
    ...webFilterFindings(drafts),
    ...limitFindings(model, context.options),
  ];
}
