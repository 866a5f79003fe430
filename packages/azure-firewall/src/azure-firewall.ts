import type { Artifact, Context, Renderer } from '@azureml-firewall/renderer-kit';
import { assemble } from './assemble.js';
import { lower } from './lower/index.js';
import { messages, type Code } from './messages.js';
import type { FirewallPolicyRules, Match } from './model.js';
import { checkOptions, defaults, type AzureFirewallOptions } from './options.js';
import { printPrerequisites } from './prerequisites.js';
import { print as printFirewall } from './print/print.js';
import { printSubnet } from './subnet/print.js';

function print(model: FirewallPolicyRules, context: Context<AzureFirewallOptions>): readonly Artifact[] {
  return [...printFirewall(model, context), ...printSubnet(model, context), ...printPrerequisites(model, context)];
}

/** Azure Firewall Policy: rule collection groups, printed in the languages that people deploy with. */
export const azureFirewall: Renderer<Match, FirewallPolicyRules, AzureFirewallOptions, Code> = {
  id: 'azure-firewall',
  messages,
  defaults,
  checkOptions,
  lower,
  assemble,
  print,
};
