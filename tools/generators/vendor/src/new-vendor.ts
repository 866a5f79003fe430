import type { Renderer } from '@azureml-firewall/renderer-kit';
import { assemble } from './assemble.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { Match, NewVendorModel } from './model.js';
import { checkOptions, defaults, type NewVendorOptions } from './options.js';
import { print } from './print.js';

/** New Vendor. */
export const newVendor: Renderer<Match, NewVendorModel, NewVendorOptions, Code> = {
  id: 'new-vendor',
  messages,
  defaults,
  checkOptions,
  lower,
  assemble,
  print,
};
