/** What is said of a service tag wherever it stands: in a rule of the firewall or of a security group. */
export type TagCode = 'azure-firewall/tag-unknown';

export const tagMessages: Readonly<Record<TagCode, string>> = {
  'azure-firewall/tag-unknown':
    '{tag} is in none of the service-tag documents that are known here ({cloud}: {document}), and the policy has no addresses for it. It is printed as it stands; if it is no tag, Azure refuses the whole resource. Check its spelling, or resolve the policy with a document that has it.',
};
