import type { FirewallPolicyRules } from '../model.js';

/** What a parameter takes, and what it is when nothing is said: a text and a region have to be said. */
export type ParameterKind = 'text' | 'region' | 'tags' | 'switch';

/** What is asked of who deploys, beside the names that are known. */
export interface Parameter {
  /** In camel case. */
  readonly name: string;
  readonly kind: ParameterKind;
  readonly description: string;
}

const location: Parameter = {
  name: 'location',
  kind: 'region',
  description: 'Azure region of the resources that are made.',
};

const tags: Parameter = { name: 'tags', kind: 'tags', description: 'Tags of the resources that are made.' };

const certificate: readonly Parameter[] = [
  {
    name: 'certificateName',
    kind: 'text',
    description: 'Name of the certificate authority that signs inspected connections.',
  },
  { name: 'certificateSecretId', kind: 'text', description: 'Id of the key vault secret that holds it.' },
  {
    name: 'identityId',
    kind: 'text',
    description: 'Resource id of the user-assigned identity that may read the secret.',
  },
];

/** The parameters that the resources of a model need. */
export function parametersOf({ policy, ipGroups }: FirewallPolicyRules): readonly Parameter[] {
  return [
    ...(policy.create || ipGroups.length > 0 ? [location, tags] : []),
    ...(policy.create?.tlsInspection ? certificate : []),
  ];
}

/** What the name of the policy stands for. */
export function policyNameMeans({ policy }: FirewallPolicyRules): string {
  return policy.create
    ? 'The Firewall Policy that is made.'
    : 'The existing Firewall Policy that receives the rule collection group.';
}

/** What names are in a shell and in Terraform. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
