import type { Artifact, Context, Renderer } from '@azureml-firewall/renderer-kit';
import { assemble } from './assemble.js';
import { lower } from './lower.js';
import { messages, type ManagedNetworkCode } from './messages.js';
import type { ManagedMatch, ManagedNetworkRules } from './model.js';
import { checkOptions, defaults, type ManagedNetworkOptions } from './options.js';
import { printArm } from './print/arm.js';
import { printAzCli } from './print/az-cli.js';
import { printBicep } from './print/bicep.js';
import { printTerraform, printTerraformJson } from './print/terraform.js';
import { printYaml } from './print/yaml.js';

const printers = {
  'az-cli': printAzCli,
  yaml: printYaml,
  arm: printArm,
  bicep: printBicep,
  terraform: printTerraform,
  'terraform-json': printTerraformJson,
} as const;

function print(model: ManagedNetworkRules, context: Context<ManagedNetworkOptions>): readonly Artifact[] {
  if (model.rules.length === 0) return [];
  return context.options.languages.map((language) => printers[language](model, context));
}

/** The outbound rules of a workspace's own managed network: a smaller language than that of the firewall beneath it. */
export const azureManagedNetwork: Renderer<
  ManagedMatch,
  ManagedNetworkRules,
  ManagedNetworkOptions,
  ManagedNetworkCode
> = { id: 'azure-managed-network', messages, defaults, checkOptions, lower, assemble, print };
