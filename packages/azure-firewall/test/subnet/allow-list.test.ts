import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cidrsContain, portsContain, type Destination, type Policy } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { azureFirewall, type SecurityEnd } from '../../src/index.js';
import { options, policies } from '../support/arbitraries.js';
import { decide, type Connection, type Tags } from '../support/firewall.js';
import { liftArm } from '../support/lift-arm.js';
import { liftSubnet, type BareRule } from './lift.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const addresses: Readonly<Record<string, readonly string[]>> = {
  Storage: ['198.18.0.0/16'],
  AzureMachineLearning: ['198.19.0.0/24'],
  VirtualNetwork: ['10.0.0.0/8'],
  Batch: ['192.0.2.0/28'],
  Internet: ['0.0.0.0/1', '128.0.0.0/1'],
};
const tags: Tags = (tag) => addresses[tag] ?? ['203.0.113.0/24'];

function resolved(policy: Policy): Policy {
  const fill = (destination: Destination): Destination =>
    destination.kind === 'service-tag'
      ? { ...destination, resolved: { document: 'd', prefixes: tags(destination.tag) } }
      : destination;
  return {
    ...policy,
    collections: policy.collections.map((collection) => ({
      ...collection,
      rules: collection.rules.map((rule) => ({ ...rule, destinations: rule.destinations.map(fill) })),
    })),
  };
}

const connections: fc.Arbitrary<Connection> = fc.record({
  direction: fc.constant('outbound' as const),
  source: fc.constantFrom('10.20.1.1', '10.1.1.1', '192.0.2.3'),
  address: fc.constantFrom('192.0.2.5', '198.18.0.1', '198.19.0.1', '203.0.113.1', '8.8.8.8'),
  host: fc.constantFrom('example.com', 'login.example.com', 'x.a.example.com', 'other.example', 'elsewhere.test'),
  path: fc.constantFrom('/path/x', '/file', '/'),
  protocol: fc.constantFrom('tcp' as const, 'udp' as const),
  port: fc.constantFrom(80, 443, 445, 5831, 8443, 8704, 8787),
});

function isIn({ kind, texts }: SecurityEnd, address: string): boolean {
  const prefixes = kind === 'service-tag' ? texts.flatMap(tags) : texts;
  return kind === 'any' || cidrsContain(prefixes, [`${address}/32`]);
}

/** What the group does; what none of its rules meets is not for it to decide. */
function groupDecides(rules: readonly BareRule[], { source, address, protocol, port }: Connection): string | undefined {
  return rules
    .filter(({ direction }) => direction === 'outbound')
    .toSorted((one, other) => one.priority - other.priority)
    .find(
      (rule) =>
        (rule.protocol === '*' || rule.protocol.toLowerCase() === protocol) &&
        isIn(rule.source, source) &&
        isIn(rule.destination, address) &&
        portsContain(rule.ports, { from: port, to: port }),
    )?.access;
}

const stranger: Connection = {
  direction: 'outbound',
  source: '172.16.0.1',
  address: '8.8.8.8',
  host: 'elsewhere.test',
  path: '/',
  protocol: 'tcp',
  port: 21,
};

/** Denies of the policy's own apart, which both have and which the firewall takes in another order. */
function allowsOf(policy: Policy): Policy {
  const collections = policy.collections.map((collection) => ({
    ...collection,
    rules: collection.rules.filter(({ action }) => action === 'allow'),
  }));
  return { ...policy, collections: collections.filter(({ rules }) => rules.length > 0) };
}

describe('an outbound allow-list at the subnet', slow, () => {
  it('never stops what the firewall lets pass, and stops all else on ports that nobody asks for', () => {
    let passed = 0;
    fc.assert(
      fc.property(
        policies.map(resolved).map(allowsOf),
        options,
        fc.array(connections, { minLength: 15, maxLength: 15 }),
        (given, chosen, list) => {
          const { artifacts, model } = render(azureFirewall, given, { ...chosen, securityGroupOutbound: 'allow-list' });
          if (model.groups.length === 0) return;
          const firewall = liftArm(artifacts[0]?.text ?? '');
          const { rules } = liftSubnet(artifacts);
          for (const connection of list) {
            if (decide(firewall, tags, connection) !== 'allow') continue;
            expect(groupDecides(rules, connection)).toBe('Allow');
            passed += 1;
          }
          expect(groupDecides(rules, stranger)).not.toBeUndefined();
        },
      ),
      { seed: 20_250_701, numRuns: 150 },
    );
    expect(passed).toBeGreaterThan(100);
  }, 20_000);
});
