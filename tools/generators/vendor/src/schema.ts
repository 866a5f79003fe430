import * as z from 'zod';
import { checkOptions, defaults, type NewVendorOptions } from './options.js';

/** Options that come from outside: unknown keys are refused, and what can't be used is refused by name. */
export const optionsSchema: z.ZodType<Partial<NewVendorOptions>> = z
  .strictObject({ prefix: z.string().exactOptional() })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });
