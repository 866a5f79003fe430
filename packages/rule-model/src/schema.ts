import * as z from 'zod';
import { checkPolicy } from './verbs/check-policy.js';
import type { Policy } from './model/policy.js';

const cidr = z.strictObject({ kind: z.literal('cidr'), prefix: z.string() });
const serviceTag = z.strictObject({
  kind: z.literal('service-tag'),
  tag: z.string(),
  resolved: z.strictObject({ document: z.string(), prefixes: z.array(z.string()) }).exactOptional(),
});
const source = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('any') }), cidr, serviceTag]);
const destination = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fqdn'), host: z.string() }),
  z.strictObject({ kind: z.literal('wildcard'), parent: z.string() }),
  z.strictObject({ kind: z.literal('suffix'), suffix: z.string() }),
  z.strictObject({ kind: z.literal('url'), host: z.string(), path: z.string() }),
  serviceTag,
  cidr,
]);
const service = z.strictObject({
  protocol: z.enum(['tcp', 'udp']),
  ports: z.array(z.strictObject({ from: z.int(), to: z.int() })),
  application: z.enum(['http', 'https', 'smb']).exactOptional(),
});
const origin = z.strictObject({
  requirement: z.string(),
  edition: z.string(),
  section: z.string(),
  source: z.string(),
});
const rule = z.strictObject({
  id: z.string(),
  purpose: z.string(),
  action: z.enum(['allow', 'deny']),
  direction: z.enum(['inbound', 'outbound']),
  sources: z.array(source),
  destinations: z.array(destination),
  services: z.array(service),
  coveredBy: z.array(z.string()).exactOptional(),
  necessity: z.enum(['required', 'recommended', 'optional']),
  origins: z.array(origin),
});
const route = z.strictObject({
  id: z.string(),
  purpose: z.string(),
  tag: z.string(),
  byAddress: z.array(z.string()),
  nextHop: z.literal('internet'),
  origins: z.array(origin),
});

/**
 * A policy that comes from outside: unknown keys are refused at every depth, and every value is held against the
 * parsers of the model.
 */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    cloud: z.enum(['public', 'usgov', 'china']),
    region: z.string(),
    edition: z.string(),
    collections: z.array(z.strictObject({ id: z.string(), title: z.string(), rules: z.array(rule) })),
    routes: z.array(route),
  })
  .superRefine((policy, context) => {
    for (const { path, refusal } of checkPolicy(policy))
      context.addIssue({ code: 'custom', path: [path], message: `expected ${refusal.expected}`, input: refusal.found });
  });
