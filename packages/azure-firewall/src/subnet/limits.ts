import type { Limit } from '../limits.js';

const networkLimits = 'MicrosoftDocs/azure-docs includes/azure-virtual-network-limits.md';
const routeLimits = 'MicrosoftDocs/azure-docs pull requests 128572 and 128792';
const routing = 'MicrosoftDocs/azure-docs articles/virtual-network/virtual-networks-udr-overview.md';
const provider = 'hashicorp/terraform-provider-azurerm 5.2.0, network_security_rule';

/** The numbers that Azure sets for what stands at the subnet: route tables and network security groups. */
export const subnetLimits = {
  /** Routes of a table: 400 for years, 600 in April 2026, and 1,000 since May 2026. */
  routes: { value: 1000, page: routeLimits, date: '2026-05' },
  /** Routes of a table that name a service tag. */
  tagRoutes: { value: 25, page: routing, date: '2023-05' },
  /** Rules of a network security group. */
  securityRules: { value: 1000, page: networkLimits, date: '2022-12' },
  /** Addresses that the rules of one direction name on one side. That a service tag counts as one is not confirmed. */
  securityAddresses: { value: 4000, page: networkLimits, date: '2022-12' },
  /** Characters of a security rule's description. */
  securityDescriptionLength: { value: 140, page: provider, date: '2026-08' },
} as const satisfies Readonly<Record<string, Limit>>;
