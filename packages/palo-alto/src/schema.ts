import * as z from 'zod';
import {
  applicationChoices,
  checkOptions,
  defaults,
  dialects,
  modes,
  otherTcpWildcards,
  positions,
  rulebases,
  tagCarriers,
  type PaloAltoOptions,
} from './options.js';

/** Options that come from outside: unknown keys are refused, and what can't be together is refused by name. */
export const optionsSchema: z.ZodType<Partial<PaloAltoOptions>> = z
  .strictObject({
    mode: z.enum(modes).exactOptional(),
    vsys: z.string().exactOptional(),
    deviceGroup: z.string().exactOptional(),
    rulebase: z.enum(rulebases).exactOptional(),
    dialect: z.enum(dialects).exactOptional(),
    position: z.enum(positions).exactOptional(),
    anchor: z.string().exactOptional(),
    prefix: z.string().exactOptional(),
    insideZones: z.array(z.string()).exactOptional(),
    outsideZones: z.array(z.string()).exactOptional(),
    decryption: z.boolean().exactOptional(),
    serviceTags: z.enum(tagCarriers).exactOptional(),
    listBaseUrl: z.string().exactOptional(),
    certificateProfile: z.string().exactOptional(),
    otherTcpWildcards: z.enum(otherTcpWildcards).exactOptional(),
    applications: z.enum(applicationChoices).exactOptional(),
    ipv6: z.boolean().exactOptional(),
    groupMembers: z.number().exactOptional(),
    logSetting: z.string().exactOptional(),
    profileGroup: z.string().exactOptional(),
  })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });
