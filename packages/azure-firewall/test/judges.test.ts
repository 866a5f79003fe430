/// <reference types="node" />
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  NetworkManagementClient,
  type AzureFirewall,
  type FirewallPolicyRuleCollectionGroup,
  type NetworkManagementClientOptionalParams,
} from '@azure/arm-network';
import { describe, expect, it } from 'vitest';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type AzureFirewallOptions } from '../src/index.js';
import { armResources, type ArmResource } from './support/lift-arm.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const root = new URL('golden/', import.meta.url);
const all = ['arm', 'bicep', 'terraform', 'terraform-json', 'az-cli'] as const;
const everything = policy([
  rule('web', ['example.com', '*.example.com'], ['tcp/80,443']),
  rule('path', ['example.com/path/*'], ['tcp/443']),
  rule('time', ['ntp.example.com'], ['udp/123']),
  rule('tag', ['tag:Storage'], ['tcp/445,1000-2000'], { action: 'deny' }),
  rule('list', ['192.0.2.0/26', '192.0.2.64/26', '198.51.100.0/24'], ['tcp/22', 'udp/*'], {
    purpose: `it's "quoted" $(id) \${this} %{that} \`now\` \\ [x]`,
    sources: ['10.1.0.0/16', '10.3.0.0/16', '10.5.0.0/16'].map((prefix) => ({ kind: 'cidr', prefix })),
  }),
]);
const everyOption: Partial<AzureFirewallOptions> = {
  policy: 'new',
  sku: 'Premium',
  tlsInspection: true,
  ipGroupsAbove: 2,
  limits: { groupBytes: 900, ipGroupEntries: 2, ipGroupUpdates: 1 },
};

/** The texts of the golden policies and of one that uses all that there is, by file. */
function textsOf(ending: string): readonly (readonly [name: string, text: string])[] {
  const golden = readdirSync(root).map((name) => {
    const given = policySchema.parse(JSON.parse(readFileSync(new URL(`${name}/policy.json`, root), 'utf8')));
    return [name, render(azureFirewall, given, { languages: all }).artifacts] as const;
  });
  const whole = render(azureFirewall, everything, { ...everyOption, languages: all }).artifacts;
  return [...golden, ['everything', whole] as const].flatMap(([name, artifacts]) =>
    artifacts.filter(({ path }) => path.endsWith(ending)).map(({ path, text }) => [`${name}/${path}`, text] as const),
  );
}

function has(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

function withFile(name: string, text: string, use: (file: string, folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    writeFileSync(join(folder, name), text);
    use(join(folder, name), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What Azure's own client sends for a resource: it serializes what its model has, under the names of the model. */
async function sent(put: (client: NetworkManagementClient) => Promise<unknown>): Promise<unknown> {
  const bodies: unknown[] = [];
  const httpClient: NonNullable<NetworkManagementClientOptionalParams['httpClient']> = {
    sendRequest: (request) => {
      if (request.method === 'PUT' && typeof request.body === 'string') bodies.push(JSON.parse(request.body));
      return Promise.resolve({ request, status: 200, headers: request.headers, bodyAsText: '{}' });
    },
  };
  const credential = { getToken: () => Promise.resolve({ token: 'token', expiresOnTimestamp: 4_102_444_800_000 }) };
  await put(new NetworkManagementClient(credential, 'subscription', { httpClient }));
  return bodies[0];
}

/** The client has the properties of a resource one level up. */
/** Tags are a parameter: the client takes no text for them. */
function flat({ properties, location, identity }: ArmResource): Readonly<Record<string, unknown>> {
  return { ...(location && { location }), ...(identity !== undefined && { identity }), ...properties };
}

const puts: Readonly<Record<string, (client: NetworkManagementClient, resource: ArmResource) => Promise<unknown>>> = {
  'Microsoft.Network/firewallPolicies/ruleCollectionGroups': (client, resource) =>
    client.firewallPolicyRuleCollectionGroups.beginCreateOrUpdateAndWait('group', 'policy', 'name', flat(resource)),
  'Microsoft.Network/firewallPolicies': (client, resource) =>
    client.firewallPolicies.beginCreateOrUpdateAndWait('group', 'policy', flat(resource)),
  'Microsoft.Network/ipGroups': (client, resource) =>
    client.ipGroups.beginCreateOrUpdateAndWait('group', 'name', flat(resource)),
};

function bodyOf({ properties, location, identity }: ArmResource): unknown {
  return { ...(location && { location }), ...(identity !== undefined && { identity }), properties };
}

describe("Azure's own client", slow, () => {
  it.each(textsOf('rule-collection-group.json'))('sends the resources of a template unchanged: %s', async (_, text) => {
    for (const resource of armResources(text)) {
      const put = puts[resource.type];
      expect(put).toBeDefined();
      expect(await sent((client) => put?.(client, resource) ?? Promise.resolve())).toEqual(bodyOf(resource));
    }
  });

  it('sends classic rules unchanged', async () => {
    const options = { languages: ['classic'], ipGroupsAbove: 2 } as const;
    const { artifacts } = render(azureFirewall, everything, options);
    const artifact = artifacts.find(({ path }) => path === 'classic-firewall.json');
    const firewall = armResources(artifact?.text ?? '').find(({ type }) => type === 'Microsoft.Network/azureFirewalls');
    // Lists and objects that are parameters: the client takes no text for them.
    const { ipConfigurations, natRuleCollections, managementIpConfiguration, additionalProperties, ...properties } =
      firewall?.properties ?? {};
    expect([ipConfigurations, natRuleCollections, managementIpConfiguration, additionalProperties]).toEqual([
      "[parameters('ipConfigurations')]",
      "[parameters('natRuleCollections')]",
      "[if(empty(parameters('managementIpConfiguration')), null(), parameters('managementIpConfiguration'))]",
      "[union(parameters('additionalProperties'), createObject('Network.DNS.EnableProxy', 'true'))]",
    ]);
    const { sku, threatIntelMode, networkRuleCollections, applicationRuleCollections } = properties;
    // The client has the content of a collection one level up as well.
    const up = (list: unknown): unknown =>
      (list as { name: string; properties: object }[]).map((one) => ({ name: one.name, ...one.properties }));
    const body = await sent((client) =>
      client.azureFirewalls.beginCreateOrUpdateAndWait('group', 'name', {
        sku,
        threatIntelMode,
        networkRuleCollections: up(networkRuleCollections),
        applicationRuleCollections: up(applicationRuleCollections),
      } as AzureFirewall),
    );
    expect(body).toEqual({ properties });
  });

  it('loses what its model does not have, so that the comparison means something', async () => {
    const group = { priority: 200, ruleCollections: [], wrong: true } as FirewallPolicyRuleCollectionGroup;
    const body = await sent((client) =>
      client.firewallPolicyRuleCollectionGroups.beginCreateOrUpdateAndWait('group', 'policy', 'name', group),
    );
    expect(body).toEqual({ properties: { priority: 200, ruleCollections: [] } });
  });
});

describe('terraform', slow, () => {
  it.skipIf(!has('terraform')).each(textsOf('.tf'))('finds nothing to format: %s', (_, text) => {
    withFile('rules.tf', text, (file) => {
      const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' };
      const { status, stdout, stderr } = spawnSync('terraform', ['fmt', '-check', '-diff', file], { env });
      expect([status, String(stdout), String(stderr)]).toEqual([0, '', '']);
    });
  });
});

describe('the script', slow, () => {
  it.each(textsOf('.sh'))('is good bash: %s', (_, text) => {
    withFile('rules.sh', text, (file) => execFileSync('bash', ['-n', file], { stdio: 'pipe' }));
  });

  it.skipIf(!has('shellcheck')).each(textsOf('.sh'))('leaves shellcheck nothing to say: %s', (_, text) => {
    withFile('rules.sh', text, (file) => {
      const { status, stdout } = spawnSync('shellcheck', ['--severity=style', file]);
      expect([status, String(stdout)]).toEqual([0, '']);
    });
  });
});
