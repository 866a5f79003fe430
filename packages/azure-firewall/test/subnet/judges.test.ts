/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { NetworkManagementClient, type NetworkManagementClientOptionalParams } from '@azure/arm-network';
import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, route, rule } from '@azureml-firewall/conformance';
import { azureFirewall } from '../../src/index.js';
import { armResources } from '../support/lift-arm.js';
import { runAzScript } from '../support/lift-az-cli.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const inbound = { direction: 'inbound' } as const;
const given = policy(
  [
    rule('tags', ['10.20.0.0/16'], ['tcp/44224'], {
      ...inbound,
      sources: [{ kind: 'service-tag', tag: 'AzureMachineLearning' }],
    }),
    rule('lists', ['10.20.0.0/16', '10.21.0.0/16', 'fd00::/8'], ['tcp/22,29876-29877', 'udp/*'], {
      ...inbound,
      purpose: `it's "quoted" $(id) \${this} %{that} \`now\` \\ [x]`,
      action: 'deny',
      sources: ['192.0.2.0/24', '2001:db8::/32'].map((prefix) => ({ kind: 'cidr', prefix })),
    }),
    rule('host', ['example.com'], ['tcp/443']),
  ],
  { routes: [route('batch'), route('other', { tag: 'AzureMachineLearning' })] },
);
const { artifacts } = render(azureFirewall, given, {
  languages: ['arm', 'terraform', 'az-cli'],
  firewallPrivateIp: '10.0.1.4',
  securityGroupOutbound: 'allow-list',
});

function textOf(path: string): string {
  return artifacts.find((artifact) => artifact.path === path)?.text ?? '';
}

type Body = Readonly<Record<string, unknown>>;

/** The client has the properties of a resource, and of those inside it, one level up. */
function flat(list: unknown): readonly Body[] {
  return (list as { name: string; properties: object }[]).map((one) => ({ name: one.name, ...one.properties }));
}

/** What Azure's own client sends: it serializes what its model has, and drops the rest. */
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

describe("Azure's own client at the subnet", slow, () => {
  it('sends a network security group unchanged', async () => {
    const [resource] = armResources(textOf('network-security-group.json'));
    const properties = resource?.properties ?? {};
    const securityRules = flat(properties['securityRules']) as never[];
    expect(
      await sent((client) =>
        client.networkSecurityGroups.beginCreateOrUpdateAndWait('group', 'name', { securityRules }),
      ),
    ).toEqual({ properties });
  });

  it('sends a route table unchanged', async () => {
    const [resource] = armResources(textOf('route-table.json'));
    // A parameter, for which the client takes no text.
    const properties = { ...resource?.properties, disableBgpRoutePropagation: true };
    const routes = flat(resource?.properties['routes']) as never[];
    const body = { disableBgpRoutePropagation: true, routes };
    expect(await sent((client) => client.routeTables.beginCreateOrUpdateAndWait('group', 'name', body))).toEqual({
      properties,
    });
  });
});

function has(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

describe('the scripts of the subnet', slow, () => {
  const bodyOf = (stem: string, more: Readonly<Record<string, string>>): Body => {
    const [call] = runAzScript(textOf(`${stem}.sh`), more);
    return JSON.parse(call?.body ?? '') as Body;
  };

  it('take tags as JSON, and whether a gateway tells the table its routes', () => {
    const tags = { owner: `it's "quoted" $(id) \${HOME} \`now\``, empty: '' };
    const told = { TAGS: JSON.stringify(tags), DISABLE_BGP_ROUTE_PROPAGATION: 'true' };
    expect(bodyOf('network-security-group', told)).toMatchObject({ location: 'eastus2', tags });
    expect(bodyOf('route-table', told)).toMatchObject({ tags, properties: { disableBgpRoutePropagation: true } });
    expect(bodyOf('route-table', {})).toMatchObject({ tags: {}, properties: { disableBgpRoutePropagation: false } });
  });

  it('do the same when they are run again', () => {
    const script = textOf('route-table.sh');
    expect(runAzScript(script)).toEqual(runAzScript(script));
    expect(runAzScript(script).map(({ arguments: [, method, put] }) => [method, put])).toEqual([['--method', 'put']]);
  });
});

describe('files of the subnet', slow, () => {
  const stems = ['network-security-group', 'route-table'];

  it.skipIf(!has('terraform')).each(stems)('leave terraform nothing to format: %s', (stem) => {
    const { status, stdout } = spawnSync('terraform', ['fmt', '-check', '-diff', '-'], {
      input: textOf(`terraform/${stem}/main.tf`),
      env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
    });
    expect([status, String(stdout)]).toEqual([0, '']);
  });

  it.skipIf(!has('shellcheck')).each(stems)('leave shellcheck nothing to say: %s', (stem) => {
    const { status, stdout } = spawnSync('shellcheck', ['--severity=style', '-'], { input: textOf(`${stem}.sh`) });
    expect([status, String(stdout)]).toEqual([0, '']);
  });
});
