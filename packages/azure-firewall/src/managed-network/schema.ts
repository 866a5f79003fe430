import * as z from 'zod';
import { checkOptions, defaults, managedLanguages, type ManagedNetworkOptions } from './options.js';

const endpoint = z.strictObject({
  name: z.string(),
  serviceResourceId: z.string(),
  subresourceTarget: z.string(),
  sparkEnabled: z.boolean().exactOptional(),
  hosts: z.array(z.string()),
});

/** Options that come from outside: unknown keys are refused. */
export const managedNetworkOptionsSchema: z.ZodType<Partial<ManagedNetworkOptions>> = z
  .strictObject({
    languages: z.array(z.enum(managedLanguages)).exactOptional(),
    workspaceName: z.string().exactOptional(),
    apiVersion: z.string().exactOptional(),
    privateEndpoints: z.array(endpoint).exactOptional(),
  })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });
