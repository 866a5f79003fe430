import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assemble } from './assemble.js';
import { printUndo } from './change/undo.js';
import { printUpdate } from './change/update.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { CiscoAsaModel, Match } from './model.js';
import { checkOptions, defaults, type CiscoAsaOptions } from './options.js';
import { printConfig } from './print/config.js';

/** Cisco ASA 9.0 and later: objects, object groups and extended access lists for both address families. */
export const ciscoAsa: Renderer<Match, CiscoAsaModel, CiscoAsaOptions, Code> = {
  id: 'cisco-asa',
  messages,
  defaults,
  optionsWithoutDefault: ['insideInterface', 'outsideInterface'],
  checkOptions,
  lower,
  assemble,
  print: printConfig,
  undo: printUndo,
  update: printUpdate,
};
