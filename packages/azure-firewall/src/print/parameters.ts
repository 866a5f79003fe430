import type { FirewallPolicyRules } from '../model.js';

/** What is asked of who deploys, beside the names that are known. */
export interface Parameter {
  readonly name: 'location' | 'certificateName' | 'certificateSecretId' | 'identityId';
  readonly description: string;
}

const location: Parameter = { name: 'location', description: 'Azure region of the resources that are made.' };

const certificate: readonly Parameter[] = [
  { name: 'certificateName', description: 'Name of the certificate authority that signs inspected connections.' },
  {
    name: 'certificateSecretId',
    description: 'Id of the key vault secret that holds it.',
  },
  { name: 'identityId', description: 'Resource id of the user-assigned identity that may read the secret.' },
];

/** The parameters that the resources of a model need. */
export function parametersOf({ policy, ipGroups }: FirewallPolicyRules): readonly Parameter[] {
  return [
    ...(policy.create || ipGroups.length > 0 ? [location] : []),
    ...(policy.create?.tlsInspection ? certificate : []),
  ];
}

/** What the name of the policy stands for. */
export function policyNameMeans({ policy }: FirewallPolicyRules): string {
  return policy.create
    ? 'The Firewall Policy that is made.'
    : 'The existing Firewall Policy that receives the rule collection group.';
}
