import * as z from 'zod';
import {
  checkOptions,
  defaults,
  logModes,
  natModes,
  serviceTagModes,
  versions,
  wildcardModes,
  type FortinetOptions,
} from './options.js';

const text = z.string().exactOptional();
const number = z.number().exactOptional();
const yesOrNo = z.boolean().exactOptional();

/** Options that come from outside: unknown keys are refused, and what can't be together is refused by name. */
export const optionsSchema: z.ZodType<Partial<FortinetOptions>> = z
  .strictObject({
    version: z.enum(versions).exactOptional(),
    vdom: text,
    prefix: text,
    insideInterface: text,
    outsideInterface: text,
    nat: z.enum(natModes).exactOptional(),
    log: z.enum(logModes).exactOptional(),
    ipv6: yesOrNo,
    wildcards: z.enum(wildcardModes).exactOptional(),
    serviceTags: z.enum(serviceTagModes).exactOptional(),
    feedUrl: text,
    feedRefreshMinutes: number,
    deepInspection: yesOrNo,
    sslProfile: text,
    policyIdFrom: number,
    policyIdTo: number,
    moveBefore: number,
    membersPerGroup: number,
    addressLimit: number,
    groupLimit: number,
    serviceLimit: number,
    policyLimit: number,
  })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });
