import { plan, type PlanOptions } from '@azureml-firewall/catalog';
import { messageOf, type Diagnostic, type Policy } from '@azureml-firewall/rule-model';
import { serviceTagMessages } from '@azureml-firewall/service-tags';
import { readProfile } from '../input/read-profile.js';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { datedPolicy } from '../verbs/dated-policy.js';

/** A policy that is ready to be rendered, and what is to be said about it. */
export interface Planned {
  readonly policy: Policy;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a policy is planned from. */
export interface PlanInput {
  readonly profile: string;
  readonly options: PlanOptions;
  readonly serviceTags?: string | undefined;
}

/**
 * No document that was published has had a tag without addresses: one that has is broken, and rules made from it would
 * shut out what they are for.
 */
function refuseEmptyTags(diagnostics: readonly Diagnostic[], file = ''): void {
  const empty = diagnostics.filter(({ code }) => code === 'service-tags/empty-tag');
  if (empty.length === 0) return;
  const texts = empty.map(({ data }) => messageOf(serviceTagMessages['service-tags/empty-tag'], data));
  throw new Refusal(...texts.map((text) => `${printable(file)}: ${text}`));
}

/** The policy of a profile, with the addresses of its service tags where a document is given. */
export async function plannedPolicy({ profile, options, serviceTags }: PlanInput, cwd: string): Promise<Planned> {
  const planned = plan(await readProfile(profile, cwd), options);
  const { policy, diagnostics } = await datedPolicy(planned.policy, serviceTags, cwd);
  refuseEmptyTags(diagnostics, serviceTags);
  return { policy, diagnostics: [...planned.diagnostics, ...diagnostics] };
}
