import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assemble } from './assemble.js';
import { undo, update } from './change.js';
import { feeds } from './feeds.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { Match, SquidModel } from './model.js';
import { checkOptions, defaults, type SquidOptions } from './options.js';
import { print } from './print/print.js';

/** squid 5: an explicit proxy or an intercepting one, its host lists, and the packet redirect of the latter. */
export const squid: Renderer<Match, SquidModel, SquidOptions, Code> = {
  id: 'squid',
  messages,
  defaults,
  optionsWithoutDefault: ['listen', 'certificate'],
  checkOptions,
  lower,
  assemble,
  print,
  undo,
  update,
  feeds,
};
