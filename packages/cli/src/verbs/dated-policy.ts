import type { Diagnostic, Policy } from '@azureml-firewall/rule-model';
import { resolveServiceTags, type ServiceTagDocument } from '@azureml-firewall/service-tags';
import { readTagsOf } from '../input/read-tags.js';

/** A policy with the addresses of its service tags, where a document was given. */
export interface DatedPolicy {
  readonly policy: Policy;
  readonly document?: ServiceTagDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives the service tags of a policy their addresses in the document in a file, if one is named. */
export async function datedPolicy(policy: Policy, file: string | undefined, cwd: string): Promise<DatedPolicy> {
  if (file === undefined) return { policy, diagnostics: [] };
  const { document, diagnostics } = await readTagsOf(policy.cloud, file, cwd);
  const resolved = resolveServiceTags(policy, document);
  return { policy: resolved.policy, document, diagnostics: [...diagnostics, ...resolved.diagnostics] };
}
