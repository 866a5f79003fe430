import { destinationText, serviceText, sourceText } from '@azureml-firewall/rule-model';
import type { Explanation, Near } from '../explain/explanation.js';
import { exclusionText } from './exclusion-text.js';
import { nearText } from './near-text.js';
import { requirementsOf } from './requirements-of.js';

function detailsOf(near: Near) {
  switch (near.kind) {
    case 'left-out':
      return { because: { ...near.because, text: exclusionText(near.because) } };
    case 'undecided':
      return { rule: near.entry.rule.id, needs: near.needs };
    default:
      return { rule: near.entry.rule.id };
  }
}

function nearJson(near: Near, document: string | undefined) {
  const { kind, entry } = near;
  return {
    kind,
    requirement: requirementsOf(entry.rule),
    destination: destinationText(entry.destination),
    service: serviceText(entry.service),
    ...detailsOf(near),
    text: nearText(near, document),
  };
}

/** What `explain --format json` prints. The shape is public: it may grow, and nothing in it is renamed. */
export function explainJson({ url, flow, decision, near }: Explanation, document: string | undefined) {
  const { entry, origins = [] } = decision;
  return {
    url,
    flow,
    ...(document !== undefined && { document }),
    allowed: decision.action === 'allow',
    ...(entry && {
      rule: entry.rule.id,
      requirement: requirementsOf(entry.rule),
      destination: destinationText(entry.destination),
      service: serviceText(entry.service),
      from: entry.rule.sources.map(sourceText),
      origins,
    }),
    near: near.map((one) => nearJson(one, document)),
  };
}
