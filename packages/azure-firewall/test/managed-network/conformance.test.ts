/// <reference types="node" />
import { describe, it } from 'vitest';
import { cidrsContain, type Action } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { conformance, policy, rule, type Adapter, type Printed, type Probe } from '@azureml-firewall/conformance';
import { folder, ownCases, textFile } from '@azureml-firewall/conformance/node';
import {
  azureManagedNetwork,
  type ManagedNetworkCode,
  type ManagedNetworkOptions,
  type ManagedNetworkRules,
} from '../../src/index.js';
import { nameLength } from '../../src/managed-network/facts.js';
import { managedNetworkOptionsSchema } from '../../src/schema.js';
import { rulesIn } from './template.js';
import { trials } from './trials.js';

type ManagedAdapter = Adapter<ManagedNetworkRules, ManagedNetworkOptions, ManagedNetworkCode>;

const update = process.env['UPDATE_GOLDEN'] !== undefined;

function isOn(ranges: string, port: number): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range === '*' ? ['1', '65535'] : range.split('-');
    return Number(from) <= port && port <= Number(to);
  });
}

/** What the firewall of a managed network lets out; it denies nothing by a rule. */
function read({ artifacts, world }: Printed<ManagedNetworkOptions>): (probe: Probe) => Action | undefined {
  const template = artifacts.find(({ path }) => path.endsWith('.json'));
  const rules = template ? rulesIn(template.text) : [];
  return ({ direction, protocol, port, host, address }) => {
    const isOut = rules.some(({ properties }) => {
      const { type, destination } = properties;
      if (type === 'FQDN') {
        const isNamed = destination.startsWith('*.') ? host?.endsWith(destination.slice(1)) : host === destination;
        return isNamed === true && protocol === 'tcp' && [80, 443].includes(port);
      }
      if (type === 'PrivateEndpoint') return false;
      const prefixes =
        'serviceTag' in destination ? (world.tags[destination.serviceTag] ?? []) : destination.addressPrefixes;
      const isThere = cidrsContain(prefixes, [`${address}/32`]);
      return isThere && destination.protocol.toLowerCase() === protocol && isOn(destination.portRanges, port);
    });
    return direction === 'outbound' && isOut ? 'allow' : undefined;
  };
}

const adapter: ManagedAdapter = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  own: ownCases(new URL('../printed/managed-network/', import.meta.url), {
    policy: (value) => policySchema.parse(value),
    options: (value) => managedNetworkOptionsSchema.parse(value),
    update,
  }),
  messages: trials,
  page: textFile(new URL('../../../../docs/diagnostics/azure-managed-network.md', import.meta.url), { update }),
  limits: [
    {
      name: 'characters of the name of a rule',
      limit: { value: nameLength, page: 'learn.microsoft.com, workspaces/outboundRules', date: '2024-04-01' },
      trial: (count) => ({
        policy: policy([rule('one', [`${'a'.repeat(count - '-example-com'.length)}.example.com`], ['tcp/80,443'])]),
      }),
      past: { keeps: ({ model }) => Math.max(...model.rules.map(({ name }) => name.length)) },
    },
  ],
  variants: { 'one language': { languages: ['arm'], workspaceName: 'other-workspace' } },
  read,
  // That managed networks carry IPv6 is not documented.
  families: ['ipv4'],
  ignoresSources: true,
  // Prefixes need a newer version of the resource.
  volatile: /"apiVersion": /,
};

describe('conformance', { timeout: 240_000 }, () => {
  for (const { name, skip, run } of conformance(azureManagedNetwork, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});
