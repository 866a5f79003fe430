import * as z from 'zod';
import { checkOptions, defaults, type CiscoAsaOptions } from './options.js';

/** Options that come from outside: unknown keys are refused, and what can't be used is refused by name. */
export const optionsSchema: z.ZodType<Partial<CiscoAsaOptions>> = z
  .strictObject({
    prefix: z.string().exactOptional(),
    insideInterface: z.string().exactOptional(),
    outsideInterface: z.string().exactOptional(),
    log: z.boolean().exactOptional(),
  })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });
