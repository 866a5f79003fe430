export type { Code } from './messages.js';
export type { Match, NewVendorModel, NewVendorRule } from './model.js';
export type { NewVendorOptions } from './options.js';

export { newVendor } from './new-vendor.js';
