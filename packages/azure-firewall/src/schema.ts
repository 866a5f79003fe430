import * as z from 'zod';
import { limitNames } from './limits.js';
import {
  checkOptions,
  defaults,
  languages,
  nonWebWildcards,
  policyForms,
  skus,
  type AzureFirewallOptions,
} from './options.js';
import { routeBys, securityGroupOutbounds } from './subnet/options.js';

/** Options that come from outside: unknown keys are refused, and what can't be together is refused by name. */
export const optionsSchema: z.ZodType<Partial<AzureFirewallOptions>> = z
  .strictObject({
    languages: z.array(z.enum(languages)).exactOptional(),
    policy: z.enum(policyForms).exactOptional(),
    policyName: z.string().exactOptional(),
    groupName: z.string().exactOptional(),
    groupPriority: z.number().exactOptional(),
    apiVersion: z.string().exactOptional(),
    sku: z.enum(skus).exactOptional(),
    tlsInspection: z.boolean().exactOptional(),
    dnsProxy: z.boolean().exactOptional(),
    nonWebWildcards: z.enum(nonWebWildcards).exactOptional(),
    verbatimSuffixWildcards: z.boolean().exactOptional(),
    ipGroupsAbove: z.number().exactOptional(),
    limits: z.partialRecord(z.enum(limitNames), z.number()).exactOptional(),
    securityGroup: z.boolean().exactOptional(),
    securityGroupName: z.string().exactOptional(),
    securityGroupOutbound: z.enum(securityGroupOutbounds).exactOptional(),
    routeTable: z.boolean().exactOptional(),
    routeTableName: z.string().exactOptional(),
    routeBy: z.enum(routeBys).exactOptional(),
    firewallPrivateIp: z.string().exactOptional(),
    prerequisites: z.boolean().exactOptional(),
  })
  .superRefine((options, context) => {
    for (const { path, refusal } of checkOptions({ ...defaults, ...options }))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });

export { managedNetworkOptionsSchema } from './managed-network/schema.js';
