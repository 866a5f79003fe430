import { explainMessages, messageOf, type Witness } from '@azureml-firewall/rule-model';
import { requirementsOf } from './requirements-of.js';

/** What comes close, in one sentence. */
export function witnessText({ code, data }: Witness): string {
  return messageOf(explainMessages[code], data);
}

/** The requirement that a witness is about; none where it is about many. */
export function witnessRequirement({ entry, data }: Witness): string | undefined {
  if (entry) return requirementsOf(entry.rule);
  const { requirement } = data as { readonly requirement?: string };
  return requirement;
}
