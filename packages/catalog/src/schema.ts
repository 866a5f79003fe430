import * as z from 'zod';
import { checkProfile } from './profile/check-profile.js';
import { completeProfile } from './profile/defaults.js';
import { kubernetesSchema } from './profile/kubernetes-schema.js';
import type { ProfileIssue } from './profile/profile-error.js';
import { roles, type Profile, type ProfileInput } from './profile/profile.js';
import { issueOf } from './profile/zod-issue.js';

export { editionSchema } from './edition-schema.js';

const flag = z.boolean().exactOptional();
const names = z.array(z.string());

/** The shape of a profile as people write it. Values are held against the parsers by {@link parseProfile}. */
export const profileSchema: z.ZodType<ProfileInput> = z.strictObject({
  cloud: z.enum(['public', 'usgov', 'china']).meta({ description: 'Azure cloud of the workspace' }),
  region: z.string().meta({ description: 'ARM name of the region', examples: ['eastus2'] }),
  storage: z.string().meta({ description: 'Default storage account of the workspace' }).exactOptional(),
  registry: z.string().meta({ description: 'Container registry of the workspace' }).exactOptional(),
  workspaceId: z.string().meta({ description: 'Id of the workspace, a GUID' }).exactOptional(),
  hbi: flag,
  privateEndpoint: flag,
  compute: z
    .strictObject({
      instances: flag,
      clusters: flag,
      publicIp: flag,
      kubernetes: z.enum(['none', 'aks', 'arc']).exactOptional(),
    })
    .exactOptional(),
  kubernetes: kubernetesSchema.exactOptional(),
  images: z.array(z.enum(['microsoft', 'custom'])).exactOptional(),
  userManagedDependencies: flag,
  packages: z.strictObject({ python: flag, r: flag, pytorch: flag, tensorflow: flag, ownIndex: flag }).exactOptional(),
  tools: z
    .strictObject({
      studio: flag,
      notebooks: flag,
      vscode: z.array(z.enum(['web', 'desktop', 'remote'])).exactOptional(),
      rstudio: flag,
      automl: flag,
    })
    .exactOptional(),
  monitoring: z
    .strictObject({ azureMonitor: z.enum(['public', 'private']).exactOptional(), support: flag })
    .exactOptional(),
  firewallBeforeStorage: flag,
  network: z
    .strictObject({
      sources: z.union([names, z.partialRecord(z.enum(roles), names)]).exactOptional(),
      dns: names.exactOptional(),
      zones: z.record(z.string(), z.string()).exactOptional(),
    })
    .exactOptional(),
  extra: z
    .array(
      z.strictObject({
        to: z.string().exactOptional(),
        tag: z.string().exactOptional(),
        ports: names,
        because: z.string(),
      }),
    )
    .exactOptional(),
});

/** A profile that was read, or all that is wrong with it. */
export type ProfileResult =
  { readonly ok: true; readonly profile: Profile } | { readonly ok: false; readonly issues: readonly ProfileIssue[] };

/**
 * Reads a profile from outside: shape, names, region and prefixes are checked, unknown keys are refused at every depth,
 * defaults are filled in. Never throws.
 */
export function parseProfile(input: unknown): ProfileResult {
  const parsed = profileSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.flatMap((issue) => issueOf(issue, input)) };
  const profile = completeProfile(parsed.data);
  const issues = checkProfile(profile);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, profile };
}
