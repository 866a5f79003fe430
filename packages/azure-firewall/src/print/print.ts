import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import type { FirewallPolicyRules } from '../model.js';
import type { AzureFirewallOptions, Language } from '../options.js';
import { printArm } from './arm.js';
import { printAzCli } from './az-cli.js';
import { printBicep } from './bicep.js';
import { printClassic } from './classic.js';
import { printTerraformJson } from './terraform-json.js';
import { printTerraform } from './terraform.js';

type Printer = (model: FirewallPolicyRules, context: Context<AzureFirewallOptions>) => Artifact;

const printers: Readonly<Record<Language, Printer>> = {
  arm: printArm,
  bicep: printBicep,
  terraform: printTerraform,
  'terraform-json': printTerraformJson,
  'az-cli': printAzCli,
  classic: printClassic,
};

/** A file in each language that is asked for. No group, no file: there is nothing to deploy. */
export function print(model: FirewallPolicyRules, context: Context<AzureFirewallOptions>): readonly Artifact[] {
  if (model.groups.length === 0) return [];
  return context.options.languages.map((language) => printers[language](model, context));
}
