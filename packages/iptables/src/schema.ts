import * as z from 'zod';
import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { checkIptablesOptions, checkNftablesOptions } from './check-options.js';
import {
  iptablesDefaults,
  modes,
  nameModes,
  nftablesDefaults,
  otherNameModes,
  type IptablesOptions,
  type NftablesOptions,
} from './options.js';

const text = z.string().exactOptional();
const number = z.number().exactOptional();
const texts = z.array(z.string()).exactOptional();

const shape = {
  mode: z.enum(modes).exactOptional(),
  prefix: text,
  subnets: texts,
  names: z.enum(nameModes).exactOptional(),
  upstreams: texts,
  otherNames: z.enum(otherNameModes).exactOptional(),
  dnsUid: text,
  logPrefix: text,
  logPerMinute: number,
  maxLearnt: number,
  learntSeconds: number,
};

function addIssues(context: z.core.$RefinementCtx, faults: readonly OptionFault[]): void {
  for (const { path, refusal } of faults)
    context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
}

/** Options of `iptables` that come from outside: unknown keys are refused. */
export const iptablesOptionsSchema: z.ZodType<Partial<IptablesOptions>> = z
  .strictObject({ ...shape, maxPrefixes: number })
  .superRefine((options, context) => {
    addIssues(context, checkIptablesOptions({ ...iptablesDefaults, ...options }));
  });

/** Options of `nftables` that come from outside: unknown keys are refused. */
export const nftablesOptionsSchema: z.ZodType<Partial<NftablesOptions>> = z
  .strictObject(shape)
  .superRefine((options, context) => {
    addIssues(context, checkNftablesOptions({ ...nftablesDefaults, ...options }));
  });
