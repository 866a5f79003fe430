import type { Exclusion } from '@azureml-firewall/catalog';

/** Why a fact is not in the plan, as a person reads it. */
export function exclusionText(because: Exclusion): string {
  switch (because.kind) {
    case 'condition':
      return `only if ${because.text}`;
    case 'missing-name':
      return `the profile does not say ${because.fields.join(', ')}`;
    case 'addressing':
    case 'breadth':
      return `${because.insteadOf.join(', ')} stands for it`;
    case 'no-destination':
      return 'the page does not say what the ports lead to';
    case 'no-source':
      return `network.sources names none for ${because.roles.join(', ')}`;
    case 'role':
      return `belongs to ${because.roles.join(', ')}`;
  }
}
