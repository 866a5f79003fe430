import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assemble } from './assemble/assemble.js';
import { undo } from './change/undo.js';
import { update } from './change/update.js';
import { feeds } from './feeds.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { PanosModel } from './model.js';
import type { Node } from './node.js';
import { checkOptions, defaults, type PaloAltoOptions } from './options.js';
import { print } from './print/print.js';

/** Palo Alto Networks PAN-OS 10.1 and later: set commands and XML, for firewalls and Panorama. */
export const paloAlto: Renderer<Node, PanosModel, PaloAltoOptions, Code> = {
  id: 'palo-alto',
  messages,
  defaults,
  checkOptions,
  lower,
  assemble,
  print,
  undo,
  update,
  feeds,
};
