import * as z from 'zod';
import { addressModes, checkOptions, defaults, modes, type SquidOptions } from './options.js';

const text = z.string().exactOptional();
const texts = z.array(z.string()).readonly().exactOptional();
const number = z.number().exactOptional();

/** Options that come from outside: unknown keys are refused, and what can't be together is refused by name. */
export const optionsSchema: z.ZodType<Partial<SquidOptions>> = z
  .strictObject({
    mode: z.enum(modes).exactOptional(),
    bump: z.boolean().exactOptional(),
    directory: text,
    clients: texts,
    listen: text,
    port: number,
    interceptHttpPort: number,
    interceptTlsPort: number,
    dnsServers: texts,
    addresses: z.enum(addressModes).exactOptional(),
    certificate: text,
    certificateGenerator: text,
    certificateDatabase: text,
    trustedCertificates: text,
    logDirectory: text,
    pidFile: text,
  })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });
