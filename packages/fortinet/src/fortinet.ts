import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assemble } from './assemble.js';
import { undo, update } from './change/update.js';
import { feeds } from './feeds.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FortiModel, Match } from './model.js';
import { checkOptions, defaults, type FortinetOptions } from './options.js';
import { print } from './print/print.js';

/** FortiGate: FortiOS 7.2 and 7.4 commands, their undo and update, and feeds for service tags. */
export const fortinet: Renderer<Match, FortiModel, FortinetOptions, Code> = {
  id: 'fortinet',
  messages,
  defaults,
  optionsWithoutDefault: ['vdom', 'feedUrl', 'moveBefore'],
  checkOptions,
  lower,
  assemble,
  print,
  undo,
  update,
  feeds,
};
