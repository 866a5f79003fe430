import * as z from 'zod';
import { scopes, type Edition } from './edition/edition.js';
import type { Predicate } from './predicate.js';
import { roles } from './profile/profile.js';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const cloud = z.enum(['public', 'usgov', 'china']);
const port = z.string().regex(/^(tcp|udp|any)\/(\*|\d+(-\d+)?)$/);
const place = z.strictObject({ source: id, section: z.string(), row: z.int().positive().exactOptional() });
const places = z.array(place).min(1);

const predicate: z.ZodType<Predicate> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(predicate).min(1) }),
      z.strictObject({ any: z.array(predicate).min(1) }),
      z.strictObject({ not: predicate }),
      z.strictObject({ equals: z.tuple([z.string(), z.union([z.string(), z.boolean()])]) }),
      z.strictObject({ has: z.tuple([z.string(), z.string()]) }),
    ]),
  )
  .meta({ id: 'Predicate', description: 'When a fact applies, over the fields of a profile by their dotted path' });

const fact = z
  .strictObject({
    host: z.string().exactOptional(),
    tag: z.string().exactOptional(),
    printed: z.string().exactOptional(),
    alternatives: z.array(z.string()).exactOptional(),
    clouds: z.array(cloud).min(1),
    ports: z.array(port).min(1),
    inferred: z.array(z.enum(['ports', 'protocol', 'cloud', 'direction'])).exactOptional(),
    roles: z.array(z.enum(roles)).min(1).exactOptional(),
    when: predicate.exactOptional(),
    at: places,
  })
  .meta({ id: 'Fact', description: 'One destination by its services in some clouds, as printed at its places' });

const requirement = z
  .strictObject({
    id,
    scope: z.enum(scopes),
    collection: id,
    direction: z.enum(['inbound', 'outbound']),
    purpose: z.string(),
    necessity: z.enum(['required', 'recommended', 'optional']),
    roles: z.array(z.enum(roles)).min(1),
    coveredBy: z.array(z.string()).exactOptional(),
    standsFor: z.array(id).min(1).exactOptional(),
    exfiltration: z
      .strictObject({ risk: z.string(), why: z.string(), mitigation: z.string(), source: z.url() })
      .exactOptional(),
    width: z
      .strictObject({
        strict: z.array(id).exactOptional(),
        within: z.array(z.string()).exactOptional(),
        broad: z.string().exactOptional(),
        broadRisk: z.string().exactOptional(),
      })
      .exactOptional(),
    facts: z.array(fact).min(1),
  })
  .meta({ id: 'Requirement', description: 'One need with a stable id, the same in every edition' });

/** An edition as it is shipped. */
export const editionSchema: z.ZodType<Edition> = z.strictObject({
  edition: date,
  title: z.string(),
  sources: z
    .array(z.strictObject({ id, title: z.string(), url: z.url(), date, note: z.string().exactOptional() }))
    .min(1),
  collections: z.array(z.strictObject({ id, title: z.string() })),
  requirements: z.array(requirement),
  routes: z.array(
    z.strictObject({
      id,
      purpose: z.string(),
      tag: z.string(),
      byAddress: z.array(z.string()).min(1),
      when: predicate.exactOptional(),
      at: places,
    }),
  ),
  references: z.array(z.strictObject({ id, title: z.string(), url: z.url(), when: predicate })),
  prerequisites: z.array(z.strictObject({ id, text: z.string(), when: predicate, at: places })),
  disputes: z.array(
    z.strictObject({
      id,
      requirements: z.array(id).min(1),
      clouds: z.array(cloud).min(1),
      statements: z.array(z.strictObject({ says: z.string(), source: z.url() })).min(1),
      resolution: z.string(),
      when: predicate.exactOptional(),
    }),
  ),
  inCluster: z.array(
    z.strictObject({
      id,
      from: z.string(),
      to: z.string(),
      ports: z.array(port).exactOptional(),
      when: predicate,
      at: places,
    }),
  ),
});
