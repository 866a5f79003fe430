import { destinationText, serviceText, sourceText, type Witness } from '@azureml-firewall/rule-model';
import type { Explanation } from '../explain/explanation.js';
import { requirementsOf } from './requirements-of.js';
import { witnessRequirement, witnessText } from './witness.js';

function witnessJson(witness: Witness) {
  const { code, data } = witness;
  const requirement = witnessRequirement(witness);
  return { code, ...(requirement !== undefined && { requirement }), data, text: witnessText(witness) };
}

/** What `explain --format json` prints. The shape is public: it may grow, and nothing in it is renamed. */
export function explainJson({ url, flow, action, entry, origins, near }: Explanation, document: string | undefined) {
  return {
    url,
    flow,
    ...(document !== undefined && { document }),
    allowed: action === 'allow',
    ...(entry && {
      rule: entry.rule.id,
      requirement: requirementsOf(entry.rule),
      destination: destinationText(entry.destination),
      service: serviceText(entry.service),
      from: entry.rule.sources.map(sourceText),
      origins,
    }),
    near: near.map(witnessJson),
  };
}
