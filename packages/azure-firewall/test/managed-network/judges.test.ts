/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureManagedNetwork } from '../../src/index.js';
import { managedLanguages } from '../../src/managed-network/options.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const purpose = `it's "quoted" $(id) \${this} %{that} \`now\` \\ [x] # y`;
const { artifacts } = render(
  azureManagedNetwork,
  policy([
    rule('hosts', ['example.com', '*.example.com'], ['tcp/80,443'], { purpose }),
    rule('tags', ['tag:Storage', 'tag:AzureMonitor'], ['tcp/443,8443', 'udp/123'], { purpose }),
    rule('list', ['192.0.2.0/26', '198.51.100.0/24'], ['tcp/22'], { purpose }),
    rule('endpoint', ['kv.vault.azure.net'], ['tcp/443'], { purpose }),
  ]),
  {
    languages: managedLanguages,
    privateEndpoints: [
      {
        name: 'vault',
        serviceResourceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
        subresourceTarget: 'vault',
        hosts: ['kv.vault.azure.net'],
      },
    ],
  },
);

function textOf(path: string): string {
  return artifacts.find((artifact) => artifact.path === path)?.text ?? '';
}

function has(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

describe('files of the managed network', slow, () => {
  it('are one for each language', () => {
    expect(artifacts.map(({ path }) => path)).toEqual([
      'outbound-rules.sh',
      'managed-network.yaml',
      'outbound-rules.json',
      'outbound-rules.bicep',
      'terraform/outbound-rules/main.tf',
      'terraform-json/outbound-rules/main.tf.json',
    ]);
  });

  it.skipIf(!has('terraform'))('leave terraform nothing to format', () => {
    const { status, stdout, stderr } = spawnSync('terraform', ['fmt', '-check', '-diff', '-'], {
      input: textOf('terraform/outbound-rules/main.tf'),
      env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
    });
    expect([status, String(stdout), String(stderr)]).toEqual([0, '', '']);
  });

  it('are good bash', () => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: textOf('outbound-rules.sh') });
    expect([status, String(stderr)]).toEqual([0, '']);
  });

  it.skipIf(!has('shellcheck'))('leave shellcheck nothing to say', () => {
    const { status, stdout } = spawnSync('shellcheck', ['--severity=style', '-'], {
      input: textOf('outbound-rules.sh'),
    });
    expect([status, String(stdout)]).toEqual([0, '']);
  });
});
