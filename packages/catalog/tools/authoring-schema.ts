import { scopes } from '../src/edition/edition.js';
import type { Predicate } from '../src/predicate.js';
import { roles } from '../src/profile/profile.js';
import * as z from 'zod';

// What people write under data/: short forms that build-editions.ts expands into what is shipped.

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
const cloud = z.enum(['public', 'usgov', 'china']);
/** `article:other-firewalls/r-hosts#1`: a source of the edition, a section, and its row where there is one. */
const place = z.string().regex(/^[a-z-]+:[a-z0-9/-]+(#[1-9]\d*)?$/);
const port = z.string().regex(/^(tcp|udp|any)\/(\*|\d+(-\d+)?)$/);
const condition = z.union([id, z.lazy(() => predicate)]);
const someRoles = z.array(z.enum(roles)).min(1);
const tombstone = z.strictObject({ date, successor: id.exactOptional(), note: z.string() });

const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(predicate).min(1) }),
    z.strictObject({ any: z.array(predicate).min(1) }),
    z.strictObject({ not: predicate }),
    z.strictObject({ equals: z.tuple([z.string(), z.union([z.string(), z.boolean()])]) }),
    z.strictObject({ has: z.tuple([z.string(), z.string()]) }),
  ]),
);

const fact = z
  .strictObject({
    host: z.string().exactOptional(),
    tag: z.string().exactOptional(),
    printed: z.string().exactOptional(),
    alternatives: z.array(z.string().min(1)).min(1).exactOptional(),
    clouds: z.array(cloud).min(1).exactOptional(),
    ports: z.array(port).min(1),
    inferred: z.array(z.enum(['ports', 'protocol', 'cloud', 'direction'])).exactOptional(),
    /** Who opens it, where that is not everybody of the requirement. */
    roles: someRoles.exactOptional(),
    when: condition.exactOptional(),
    at: z.array(place).min(1),
  })
  .refine((one) => one.host === undefined || one.tag === undefined, 'a fact has a host or a tag, not both');

export const requirementsFile = z.strictObject({
  collection: id,
  title: z.string(),
  requirements: z.array(
    z.strictObject({
      id,
      direction: z.enum(['inbound', 'outbound']).default('outbound'),
      purpose: text,
      necessity: z.enum(['required', 'recommended', 'optional']),
      roles: someRoles,
      scope: z.enum(scopes),
      coveredBy: z.array(z.string()).exactOptional(),
      exfiltration: z
        .strictObject({
          risk: z.string().max(120),
          why: z.string(),
          mitigation: z.string(),
          source: z.url(),
          editions: z.array(date).min(1).exactOptional(),
        })
        .exactOptional(),
      width: z
        .strictObject({
          strict: z.array(id).exactOptional(),
          within: z.array(z.string()).exactOptional(),
          broad: z.string().exactOptional(),
          broadRisk: z.string().exactOptional(),
        })
        .exactOptional(),
      retired: tombstone.exactOptional(),
      editions: z.record(date, z.array(fact).min(1)),
    }),
  ),
});

export const editionFile = z.strictObject({
  edition: date,
  title: z.string(),
  sources: z
    .array(z.strictObject({ id, title: z.string(), url: z.url(), date, note: z.string().exactOptional() }))
    .min(1),
  inCluster: z
    .array(
      z.strictObject({
        id,
        from: z.string(),
        to: z.string(),
        ports: z.array(port).exactOptional(),
        when: condition,
        at: z.array(place).min(1),
      }),
    )
    .default([]),
  references: z.array(z.strictObject({ id, title: z.string(), url: z.url(), when: condition })),
});

/** Routes past the firewall, by the editions that ask for them. */
export const routesFile = z.array(
  z.strictObject({
    id,
    purpose: text,
    retired: tombstone.exactOptional(),
    editions: z.record(
      date,
      z.strictObject({
        tag: z.string(),
        byAddress: z.array(z.string()).min(1),
        when: condition.exactOptional(),
        at: z.array(place).min(1),
      }),
    ),
  }),
);

/** What must hold beside rules and routes, with the places that say so in each edition. */
export const prerequisitesFile = z.array(
  z.strictObject({ id, text: z.string(), when: condition, editions: z.record(date, z.array(place).min(1)) }),
);

/** Contradictions between official pages, for the editions and clouds in which they matter. */
export const disputesFile = z.array(
  z.strictObject({
    id,
    requirements: z.array(id).min(1),
    editions: z.array(date).min(1).exactOptional(),
    clouds: z.array(cloud).min(1).exactOptional(),
    statements: z.array(z.strictObject({ says: z.string(), source: z.url() })).min(1),
    resolution: z.string(),
    when: condition.exactOptional(),
  }),
);

export const conditionsFile = z.record(id, predicate);
export const collectionsFile = z.array(id);

export type RequirementsFile = z.infer<typeof requirementsFile>;
export type RoutesFile = z.infer<typeof routesFile>;
export type PrerequisitesFile = z.infer<typeof prerequisitesFile>;
export type DisputesFile = z.infer<typeof disputesFile>;
export type EditionFile = z.infer<typeof editionFile>;
export type Conditions = Readonly<Record<string, Predicate>>;
export type Condition = string | Predicate;
