import * as z from 'zod';
import type { Policy } from './model/policy.js';
import { actions, directions, necessities } from './model/rule.js';
import { applications, protocols } from './model/service.js';
import { clouds } from './net/cloud.js';
import { checkPolicy } from './verbs/check-policy.js';

const cidr = z.strictObject({ kind: z.literal('cidr'), prefix: z.string() });
const resolved = z.strictObject({ document: z.string(), prefixes: z.array(z.string()) }).exactOptional();
const serviceTag = z.strictObject({ kind: z.literal('service-tag'), tag: z.string(), resolved });
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
  protocol: z.enum(protocols),
  ports: z.array(z.strictObject({ from: z.int(), to: z.int() })),
  application: z.enum(applications).exactOptional(),
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
  caution: z.string().exactOptional(),
  action: z.enum(actions),
  direction: z.enum(directions),
  sources: z.array(source),
  destinations: z.array(destination),
  services: z.array(service),
  coveredBy: z.array(z.string()).exactOptional(),
  covering: z.array(serviceTag).exactOptional(),
  necessity: z.enum(necessities),
  origins: z.array(origin),
});
const route = z.strictObject({
  id: z.string(),
  purpose: z.string(),
  tag: z.string(),
  byAddress: z.array(z.string()),
  resolved,
  nextHop: z.literal('internet'),
  origins: z.array(origin),
});

/** `collections[0].id` as zod and its readers spell it. */
function segmentsOf(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([part]) => (/^[0-9]+$/.test(part) ? Number(part) : part));
}

/**
 * A policy that comes from outside: unknown keys are refused at every depth, and every value is held against the
 * parsers of the model. An issue of theirs carries the refusal as `params.refusal`.
 */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    cloud: z.enum(clouds),
    region: z.string(),
    edition: z.string(),
    collections: z.array(z.strictObject({ id: z.string(), title: z.string(), rules: z.array(rule) })),
    routes: z.array(route),
  })
  .superRefine((policy, context) => {
    for (const { path, refusal } of checkPolicy(policy))
      context.addIssue({
        code: 'custom',
        path: segmentsOf(path),
        message: `expected ${refusal.expected}`,
        input: refusal.found,
        params: { refusal },
      });
  });
