import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cidrsContain, entriesOf, evaluate, portsContain, type Flow, type Rule } from '@azureml-firewall/rule-model';
import { render, type Rendering } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type Code, type FirewallPolicyRules, type SecurityEnd } from '../../src/index.js';
import { addresses, inboundRules, subnetOptions, subnetPolicies } from './arbitraries.js';
import {
  bareSubnet,
  liftSubnet,
  liftSubnetBicep,
  liftSubnetScript,
  liftSubnetTerraform,
  liftSubnetTerraformJson,
  type BareRule,
} from './lift.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const fixed = { seed: 20_250_701, numRuns: 150 };
const languages = ['arm', 'bicep', 'terraform', 'terraform-json', 'az-cli'] as const;

type Rendered = Rendering<FirewallPolicyRules, Code>;

function isIn(end: SecurityEnd, address: string): boolean {
  if (end.kind === 'any') return true;
  const prefixes = end.kind === 'service-tag' ? end.texts.flatMap((tag) => addresses[tag] ?? []) : end.texts;
  return cidrsContain(prefixes, [address.includes(':') ? `${address}/128` : `${address}/32`]);
}

/** The first rule by priority that a connection meets. */
function decide(
  rules: readonly BareRule[],
  flow: Required<Pick<Flow, 'source' | 'protocol' | 'port'>>,
  to: string,
): string {
  const met = rules
    .filter(({ direction }) => direction === 'inbound')
    .toSorted((one, other) => one.priority - other.priority)
    .find(
      ({ protocol, source, destination, ports }) =>
        (protocol === '*' || protocol.toLowerCase() === flow.protocol) &&
        isIn(source, flow.source) &&
        isIn(destination, to) &&
        portsContain(ports, { from: flow.port, to: flow.port }),
    );
  return met?.access === 'Allow' ? 'allow' : 'deny';
}

const flows = fc
  .record({
    direction: fc.constant('inbound' as const),
    source: fc.constantFrom(
      '198.19.0.7',
      '198.18.3.3',
      '198.19.1.1',
      '10.20.1.9',
      '192.0.2.9',
      '8.8.8.8',
      'fd00::9',
      '2001:db8:1::1',
    ),
    address: fc.constantFrom(
      '10.20.1.1',
      '10.20.9.9',
      '10.9.9.9',
      '192.0.2.77',
      '198.19.0.9',
      'fd00::1',
      '2001:db8:2::1',
    ),
    protocol: fc.constantFrom('tcp' as const, 'udp' as const),
    port: fc.constantFrom(44_224, 29_876, 29_878, 443, 5831, 22),
  })
  .filter(({ source, address }) => source.includes(':') === address.includes(':'));

describe('any policy at the subnet', slow, () => {
  it('is said alike in all languages, and as the model has it', async () => {
    await fc.assert(
      fc.asyncProperty(subnetPolicies, subnetOptions, async (given, chosen) => {
        const { artifacts, model } = render(azureFirewall, given, { ...chosen, languages });
        const expected = bareSubnet(model);
        expect(liftSubnet(artifacts)).toEqual(expected);
        expect(liftSubnetBicep(artifacts)).toEqual(expected);
        expect(await liftSubnetTerraform(artifacts)).toEqual(expected);
        expect(liftSubnetTerraformJson(artifacts)).toEqual(expected);
      }),
      { ...fixed, numRuns: 60 },
    );
  }, 30_000);

  it('is said alike by a script that a shell runs, whatever stands in the texts', () => {
    fc.assert(
      fc.property(subnetPolicies, subnetOptions, (given, chosen) => {
        const { artifacts, model } = render(azureFirewall, given, { ...chosen, languages: ['az-cli'] });
        expect(liftSubnetScript(artifacts)).toEqual(bareSubnet(model));
      }),
      { ...fixed, numRuns: 20 },
    );
  }, 30_000);

  it('has names and priorities of which none is used twice in a direction, and no empty list', () => {
    fc.assert(
      fc.property(subnetPolicies, subnetOptions, (given, chosen) => {
        const { rules, routes } = liftSubnet(render(azureFirewall, given, chosen).artifacts);
        for (const one of ['inbound', 'outbound']) {
          const priorities = rules.filter(({ direction }) => direction === one).map(({ priority }) => priority);
          expect(new Set(priorities).size).toBe(priorities.length);
        }
        for (const names of [rules, routes].map((list) => list.map(({ name }) => name.toLowerCase())))
          expect(new Set(names).size).toBe(names.length);
        expect(new Set(routes.map(({ destination }) => destination)).size).toBe(routes.length);
        for (const { source, destination, ports } of rules)
          expect([source.texts.length, destination.texts.length, ports.length]).not.toContain(0);
      }),
      fixed,
    );
  });

  it('lets in just what the policy lets in, where all verdicts are exact', () => {
    let compared = 0;
    fc.assert(
      fc.property(subnetPolicies, fc.array(flows, { minLength: 15, maxLength: 15 }), (given, list) => {
        const { artifacts, outcomes } = render(azureFirewall, given);
        const inbound = new Set(
          entriesOf(given).flatMap(({ id, rule: own }) => (own.direction === 'inbound' ? [id] : [])),
        );
        if (outcomes.some(({ entry, outcome }) => inbound.has(entry) && outcome !== 'exact')) return;
        const { rules } = liftSubnet(artifacts);
        for (const flow of list) {
          expect(decide(rules, flow, flow.address)).toBe(evaluate(given, flow).action);
          compared += 1;
        }
      }),
      { ...fixed, numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('lets in nothing that no rule of the policy asks for', () => {
    fc.assert(
      fc.property(
        subnetPolicies,
        subnetOptions,
        fc.array(flows, { minLength: 10, maxLength: 10 }),
        (given, chosen, list) => {
          const { rules } = liftSubnet(render(azureFirewall, given, chosen).artifacts);
          const allows = entriesOf(given)
            .map(({ rule: own }) => own)
            .filter(({ action }) => action === 'allow');
          const open = { ...given, collections: [{ id: 'all', title: 'All', rules: [...new Set<Rule>(allows)] }] };
          for (const flow of list)
            if (decide(rules, flow, flow.address) === 'allow') expect(evaluate(open, flow).action).toBe('allow');
        },
      ),
      fixed,
    );
  });

  it('shows each inbound entry that is placed on lines that name its rule', () => {
    fc.assert(
      fc.property(subnetPolicies, (given) => {
        const { artifacts, outcomes }: Rendered = render(azureFirewall, given);
        const lines = artifacts.find(({ path }) => path === 'network-security-group.json')?.text.split('\n') ?? [];
        for (const { lines: span, rule: id, artifact } of outcomes)
          if (span && artifact === 'network-security-group.json')
            expect(lines.slice(span[0] - 1, span[1]).join('\n')).toContain(`"name": "${id.slice(0, 60)}`);
      }),
      fixed,
    );
  });
});

describe('one more inbound requirement', slow, () => {
  const added = rule('added', [], ['tcp/1234'], {
    direction: 'inbound',
    sources: [{ kind: 'service-tag', tag: 'AzureMonitor' }],
    destinations: [{ kind: 'cidr', prefix: '10.20.0.0/16' }],
  });

  it('changes no other rule, name or priority, wherever it stands', () => {
    fc.assert(
      fc.property(inboundRules, fc.nat(6), (list, at) => {
        const allows = list.map((one): Rule => ({ ...one, action: 'allow' }));
        const before = liftSubnet(render(azureFirewall, policy(allows)).artifacts).rules;
        const after = liftSubnet(render(azureFirewall, policy(allows.toSpliced(at, 0, added))).artifacts).rules;
        expect(after.filter(({ name }) => name !== 'added')).toEqual(before);
        expect(after).toHaveLength(before.length + 1);
      }),
      fixed,
    );
  });
});
