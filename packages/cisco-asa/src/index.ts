export type { Code } from './messages.js';
export type {
  AccessEntry,
  CiscoAsaModel,
  End,
  Match,
  Member,
  NameObject,
  NetworkGroup,
  ServiceGroup,
  Target,
} from './model.js';
export type { CiscoAsaOptions } from './options.js';

export { ciscoAsa } from './cisco-asa.js';
