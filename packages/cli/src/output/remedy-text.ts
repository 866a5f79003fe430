import type { Exclusion } from '@azureml-firewall/catalog';

/** What would bring a fact into the plan, as a person does it. */
export function remedyText(because: Exclusion): string {
  switch (because.kind) {
    case 'condition':
      return `if it is so, say in the profile: ${because.text}`;
    case 'missing-name':
      return `say in the profile: ${because.fields.join(', ')}`;
    case 'addressing':
      return `plan with --addressing both, or see to ${because.insteadOf.join(', ')}, which stands for it`;
    case 'breadth':
      return `plan with --breadth balanced, or see to ${because.insteadOf.join(', ')}, which stands for it`;
    case 'no-destination':
      return 'the page does not say what the ports lead to';
    case 'no-source':
      return `name the addresses of ${because.roles.join(' or ')} in network.sources`;
    case 'role':
      return `plan with one of ${because.roles.join(', ')} among --roles, or without`;
  }
}
