import { messageOf, type Cloud, type DiagnosticData } from '@azureml-firewall/rule-model';
import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import type { FirewallPolicyRules, NetworkRule } from './model.js';
import type { AzureFirewallOptions } from './options.js';
import { cloudNames } from './print/az-cli.js';
import { terminatesTls } from './print/resource-tree.js';

/** What has to be true for the output to work: the texts stand beside it. */
export type PrerequisiteCode = `azure-firewall/needs-${
  | 'certificate-authority'
  | 'clients-of-dns-proxy'
  | 'cloud'
  | 'default-route'
  | 'dns-proxy'
  | 'firewall-policy'
  | 'own-group'
  | 'policy-on-firewall'
  | 'premium'
  | 'route-table-on-subnet'
  | 'security-group-on-subnet'
  | 'standard'
  | 'trust-in-certificate-authority'}`;

const texts: Readonly<Record<PrerequisiteCode, string>> = {
  'azure-firewall/needs-certificate-authority':
    'The Firewall Policy {policy} inspects TLS, with a certificate authority in its settings. Rules that filter HTTPS by path: {rules}.',
  'azure-firewall/needs-clients-of-dns-proxy':
    'The clients ask the firewall for names: the DNS server of their virtual network is its private address. Otherwise they connect to other addresses than those that the network rules by name let pass, of which there are {rules}.',
  'azure-firewall/needs-cloud':
    'The tools are signed in to {name}: az cloud set --name {name}, and for Terraform the azurerm provider with environment = "{environment}".',
  'azure-firewall/needs-default-route':
    'The compute subnet has a route for 0.0.0.0/0 to the private address of the firewall: without it nothing passes the firewall (option firewallPrivateIp adds it to the route table).',
  'azure-firewall/needs-dns-proxy':
    'The DNS proxy of the Firewall Policy {policy} is on. Network rules by name: {rules}.',
  'azure-firewall/needs-firewall-policy':
    'The Firewall Policy {policy} is there, in the resource group of the deployment.',
  'azure-firewall/needs-own-group':
    "The rule collection groups {groups} of the policy {policy} hold nobody else's rules, since a deployment replaces a group whole; no other group has one of the priorities {priorities}, since between equals the order is not documented.",
  'azure-firewall/needs-policy-on-firewall':
    'A firewall of the sku {sku} has the Firewall Policy {policy}, and it stands between the compute subnet and the Internet.',
  'azure-firewall/needs-premium':
    'The firewall and its policy {policy} are Premium. Rules that filter by path: {rules}.',
  'azure-firewall/needs-route-table-on-subnet':
    'The route table {table} is associated with the compute subnet, which has one only: routes of another one there are to be taken over. Routes: {routes}.',
  'azure-firewall/needs-security-group-on-subnet':
    'The network security group {group} is associated with the compute subnet, which has one only: rules of another one there are to be taken over. Inbound rules: {inbound}; outbound: {outbound}.',
  'azure-firewall/needs-standard':
    'The firewall and its policy {policy} are Standard or Premium: Basic knows no network rules by name, of which there are {rules}.',
  'azure-firewall/needs-trust-in-certificate-authority':
    'The clients trust the certificate authority of the firewall: it opens their connections. Rules that do so: {rules}.',
};

/** One thing that has to be true, with its facts. */
export interface Prerequisite {
  readonly code: PrerequisiteCode;
  readonly data: DiagnosticData;
  readonly text: string;
}

function need(code: PrerequisiteCode, data: DiagnosticData, applies: boolean): readonly Prerequisite[] {
  return applies ? [{ code, data, text: messageOf(texts[code], data) }] : [];
}

function ofFirewall({ groups, policy: { name, create } }: FirewallPolicyRules, { sku }: AzureFirewallOptions) {
  const policy = name;
  const rules = groups.flatMap(({ collections }) => collections.flatMap((collection) => collection.rules));
  const byName = rules.filter(
    (rule): rule is NetworkRule => rule.kind === 'network' && rule.destinationKind === 'fqdn',
  );
  const application = rules.filter((rule) => rule.kind === 'application');
  const byPath = application.filter(({ targetKind }) => targetKind === 'url');
  const opening = { policy, rules: application.filter(terminatesTls).length };
  const names = { policy, rules: byName.length };
  const paths = { policy, rules: byPath.length };
  const isSet = create !== undefined;
  const ids = {
    policy,
    groups: groups.map((group) => group.name),
    priorities: groups.map(({ priority }) => String(priority)),
  };
  return [
    ...need('azure-firewall/needs-firewall-policy', { policy }, !isSet && groups.length > 0),
    ...need('azure-firewall/needs-own-group', ids, !isSet && groups.length > 0),
    ...need('azure-firewall/needs-policy-on-firewall', { policy, sku }, groups.length > 0),
    ...need('azure-firewall/needs-standard', names, byName.length > 0),
    ...need('azure-firewall/needs-dns-proxy', names, !isSet && byName.length > 0),
    ...need('azure-firewall/needs-clients-of-dns-proxy', { rules: byName.length }, byName.length > 0),
    ...need('azure-firewall/needs-premium', paths, byPath.length > 0),
    ...need('azure-firewall/needs-certificate-authority', opening, opening.rules > 0),
    ...need('azure-firewall/needs-trust-in-certificate-authority', { rules: opening.rules }, opening.rules > 0),
  ];
}

/** The clouds' names in the azurerm provider. */
const environments: Readonly<Record<Cloud, string>> = { public: 'public', usgov: 'usgovernment', china: 'china' };

function ofCloud(model: FirewallPolicyRules, cloud: Cloud): readonly Prerequisite[] {
  const { groups, securityGroup, routeTable } = model;
  const isElsewhere = cloud !== 'public' && (groups.length > 0 || (securityGroup ?? routeTable) !== undefined);
  const data = { cloud, name: cloudNames[cloud], environment: environments[cloud] };
  return need('azure-firewall/needs-cloud', data, isElsewhere);
}

function ofSubnet({ groups, securityGroup, routeTable }: FirewallPolicyRules): readonly Prerequisite[] {
  const directions = securityGroup?.rules.map(({ direction }) => direction) ?? [];
  const inbound = directions.filter((direction) => direction === 'inbound').length;
  const hasDefault = routeTable?.routes.some(({ appliance }) => appliance !== undefined) ?? false;
  return [
    ...need('azure-firewall/needs-default-route', {}, groups.length > 0 && !hasDefault),
    ...need(
      'azure-firewall/needs-route-table-on-subnet',
      { table: routeTable?.name ?? '', routes: routeTable?.routes.length ?? 0 },
      routeTable !== undefined,
    ),
    ...need(
      'azure-firewall/needs-security-group-on-subnet',
      { group: securityGroup?.name ?? '', inbound, outbound: directions.length - inbound },
      securityGroup !== undefined,
    ),
  ];
}

/** What has to be true for a model to work in a cloud, and only what this one needs. */
export function prerequisitesOf(
  model: FirewallPolicyRules,
  options: AzureFirewallOptions,
  cloud: Cloud = 'public',
): readonly Prerequisite[] {
  return [...ofCloud(model, cloud), ...ofFirewall(model, options), ...ofSubnet(model)];
}

/** The same beside the files, for a pipeline or a reader; no file when nothing is needed. */
export function printPrerequisites(
  model: FirewallPolicyRules,
  { options, cloud }: Context<AzureFirewallOptions>,
): readonly Artifact[] {
  const needed = options.prerequisites ? prerequisitesOf(model, options, cloud) : [];
  if (needed.length === 0) return [];
  const text = `${JSON.stringify({ prerequisites: needed }, undefined, 2)}\n`;
  return [{ path: 'prerequisites.json', text, spans: [] }];
}
