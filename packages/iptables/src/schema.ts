import * as z from 'zod';
import { checkOptions } from './check-options.js';
import { defaults, modes, nameModes, otherNameModes, type LinuxOptions } from './options.js';

const text = z.string().exactOptional();
const number = z.number().exactOptional();
const texts = z.array(z.string()).exactOptional();

const optionsSchema = z
  .strictObject({
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
  })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });

/** Options of target `iptables` that come from outside: unknown keys are refused. */
export const iptablesOptionsSchema: z.ZodType<Partial<LinuxOptions>> = optionsSchema;

/** Options of target `nftables` that come from outside: the same. */
export const nftablesOptionsSchema: z.ZodType<Partial<LinuxOptions>> = optionsSchema;
