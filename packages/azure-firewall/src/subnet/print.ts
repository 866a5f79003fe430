import { jsonWithSpans, type Artifact, type Context } from '@azureml-firewall/renderer-kit';
import type { AzureFirewallOptions, Language } from '../options.js';
import { armSpelling, parameterTrees, templateTree } from '../print/arm.js';
import { assignmentsOf, bodyOf, cloudNames, commentsOf, printPut } from '../print/az-cli.js';
import { expression, printHeading, printParameters, printValue, quoted } from '../print/bicep.js';
import { snakeCase } from '../print/parameters.js';
import type { Carriers } from '../print/resource-tree.js';
import { terraformJsonFile } from '../print/terraform-json.js';
import type { TopBlock } from '../print/terraform-tree.js';
import { variable, variablesOf } from '../print/terraform-variables.js';
import { hclFile } from '../print/terraform.js';
import { written } from '../print/writer.js';
import { resourcesOf, type SubnetResource } from './resource.js';

type Cx = Context<AzureFirewallOptions>;
type Printer = (resource: SubnetResource, context: Cx) => Artifact;

const asIs = (text: string): string => text;

function printArm(resource: SubnetResource, context: Cx): Artifact {
  const { stem, type, parameter, name, means, parameters, properties } = resource;
  const carriers: Carriers = new Map();
  const byName = (of: string): string => `[parameters('${of}')]`;
  const body = {
    type: `Microsoft.Network/${type}`,
    apiVersion: context.options.apiVersion,
    name: byName(parameter),
    location: byName('location'),
    tags: byName('tags'),
    properties: properties({ text: armSpelling.text, parameter: byName }, carriers),
  };
  const named = { [parameter]: { type: 'string', defaultValue: name, metadata: { description: means } } };
  const template = templateTree({ ...named, ...parameterTrees(parameters) }, [body], context);
  return { path: `${stem}.json`, ...jsonWithSpans(template, (node) => carriers.get(node)) };
}

function printBicep(resource: SubnetResource, context: Cx): Artifact {
  const { stem, type, parameter, name, means, parameters, properties } = resource;
  const { options } = context;
  const carriers: Carriers = new Map();
  const body = {
    name: expression(parameter),
    location: expression('location'),
    tags: expression('tags'),
    properties: properties({ text: asIs, parameter: expression }, carriers),
  };
  const printed = written((writer) => {
    printHeading(writer, context);
    writer.line(`@description(${quoted(means)})`);
    writer.line(`param ${parameter} string = ${quoted(name)}`);
    printParameters(writer, parameters);
    writer.line('');
    printValue(writer, `resource compute 'Microsoft.Network/${type}@${options.apiVersion}' = `, body, carriers);
  });
  return { path: `${stem}.bicep`, ...printed };
}

function terraformBlocks(resource: SubnetResource): readonly TopBlock[] {
  const { providerType, parameter, name, means, parameters, items } = resource;
  const reference = (of: string): { readonly expression: string } => ({ expression: `var.${of}` });
  return [
    variable(snakeCase(parameter), means, name),
    variable('resource_group_name', 'The resource group of the subnet.'),
    ...variablesOf(parameters),
    {
      labels: ['resource', providerType, 'compute'],
      body: {
        items: [
          { key: 'name', value: reference(snakeCase(parameter)) },
          { key: 'resource_group_name', value: reference('resource_group_name') },
          { key: 'location', value: reference('location') },
          { key: 'tags', value: reference('tags') },
          ...items,
        ],
      },
    },
  ];
}

function printAzCli(resource: SubnetResource, { cloud, region, edition, options }: Cx): Artifact {
  const { stem, type, parameter, name, means, parameters, properties } = resource;
  const carriers: Carriers = new Map();
  const variableName = snakeCase(parameter);
  const printed = written((writer) => {
    for (const line of [
      '#!/usr/bin/env bash',
      `# ${cloud}, ${region}, ${edition}`,
      '#',
      `# Sign in first: az cloud set --name ${cloudNames[cloud]}; az login`,
      '# RESOURCE_GROUP: The resource group of the subnet.',
      `# ${variableName.toUpperCase()}: ${means}`,
      ...commentsOf(parameters),
      'set -euo pipefail',
      '',
      'resource_group="${RESOURCE_GROUP:?is not set}"',
      `name="\${${variableName.toUpperCase()}:-${name}}"`,
      ...assignmentsOf(parameters),
      `api_version='${options.apiVersion}'`,
      'subscription="$(az account show --query id --output tsv)"',
      'scope="/subscriptions/${subscription}/resourceGroups/${resource_group}/providers/Microsoft.Network"',
      '',
      '# Replaces the resource by the JSON on standard input, whether it is there or not, and waits until it holds.',
      'put() {',
      '  az rest --method put --url "${scope}/$1?api-version=${api_version}" --body @- --output none',
      '  az resource wait --ids "${scope}/$1" --api-version "${api_version}" --updated --interval 15',
      '}',
      '',
    ])
      writer.line(line);
    const parameterValue = (of: string): string => `\${${snakeCase(of)}}`;
    const words = { text: asIs, parameter: parameterValue };
    const body = { location: '${location}', tags: '${tags}', properties: properties(words, carriers) };
    printPut(writer, `${type}/\${name}`, bodyOf(body, carriers));
  });
  return { path: `${stem}.sh`, ...printed };
}

/** Each Terraform file is a module of its own: two of them would declare the same variables. */
const printers: Readonly<Record<Exclude<Language, 'classic'>, Printer>> = {
  arm: printArm,
  bicep: printBicep,
  terraform: (resource, cx) => hclFile(`terraform/${resource.stem}/main.tf`, terraformBlocks(resource), cx),
  'terraform-json': (resource, cx) =>
    terraformJsonFile(`terraform-json/${resource.stem}/main.tf.json`, terraformBlocks(resource), cx),
  'az-cli': printAzCli,
};

/** The languages of subnet resources: what goes with a classic firewall is a template as well. */
function languagesOf(chosen: readonly Language[]): readonly (keyof typeof printers)[] {
  return [...new Set(chosen.map((language) => (language === 'classic' ? 'arm' : language)))];
}

/** The network security group and the route table in each language that is asked for. */
export function printSubnet(model: Parameters<typeof resourcesOf>[0], context: Cx): readonly Artifact[] {
  return resourcesOf(model).flatMap((resource) =>
    languagesOf(context.options.languages).map((language) => printers[language](resource, context)),
  );
}
