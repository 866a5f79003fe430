import type { Policy, Rule } from '@azureml-firewall/rule-model';
import type { Trial } from '@azureml-firewall/conformance';
import { draft, route, rule } from '@azureml-firewall/conformance';
import type { AzureFirewallOptions } from '../../src/index.js';
import type { SubnetCode } from '../../src/subnet/messages.js';

const inbound = { direction: 'inbound' } as const;

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** Inbound rules that a group has to keep apart. */
export function manyRules(count: number): Policy {
  return draft(numbers(count).map((i) => rule(`rule-${i}`, ['10.20.0.0/16'], ['tcp/1000'], inbound)));
}

/** Inbound rules of at most 500 sources, with so many sources in all. */
export function manyAddresses(count: number): Policy {
  const sources = (from: number): Rule['sources'] =>
    numbers(Math.min(500, count - from)).map((i) => ({
      kind: 'cidr',
      prefix: `198.${18 + ((from + i) >> 14)}.${((from + i) >> 6) & 255}.${((from + i) & 63) * 4}/30`,
    }));
  return draft(
    numbers(Math.ceil(count / 500)).map((i) =>
      rule(`rule-${i}`, ['10.20.0.0/16'], ['tcp/1000'], { ...inbound, sources: sources(i * 500) }),
    ),
  );
}

/** Allow and deny by turns, an allow first. */
export function manySecurityTurns(count: number): Policy {
  const actionAt = (i: number): Rule['action'] => (i % 2 === 0 ? 'allow' : 'deny');
  return draft(
    numbers(count).map((i) => rule(`turn-${i}`, ['10.20.0.0/16'], ['tcp/1000'], { ...inbound, action: actionAt(i) })),
  );
}

/** An allow, then so many denies: a later turn, which has fewer places. */
export function manyLaterRules(count: number): Policy {
  const denies = numbers(count).map((i) =>
    rule(`deny-${i}`, ['10.20.0.0/16'], ['tcp/1000'], { ...inbound, action: 'deny' }),
  );
  return draft([rule('allow', ['10.20.0.0/16'], ['tcp/1000'], inbound), ...denies]);
}

/** Routes that name a tag each. */
export function manyTagRoutes(count: number): Policy {
  return draft([], { routes: numbers(count).map((i) => route(`route-${i}`, { tag: `Tag${i}` })) });
}

/** One route of so many prefixes. */
export function manyPrefixes(count: number): Policy {
  const prefixes = numbers(count).map((i) => `198.18.${i >> 6}.${(i & 63) * 4}/30`);
  return draft([], { routes: [route('batch', { resolved: { document: 'd', prefixes } })] });
}

const absent = rule('in', ['10.20.0.0/16'], ['tcp/443'], {
  ...inbound,
  sources: [
    { kind: 'service-tag', tag: 'AzureFrontDoor.FirstParty' },
    { kind: 'cidr', prefix: '192.0.2.0/24' },
  ],
});
const dual = { document: 'd', prefixes: ['192.0.2.0/24', '2001:db8::/32'] };

/** A trial for each thing that is said of the subnet. */
export const subnetCases: Readonly<Record<SubnetCode, Trial<AzureFirewallOptions>>> = {
  'azure-firewall/hosts-open-in-security-group': {
    policy: draft([rule('host', ['example.com'], ['tcp/443'])]),
    options: { securityGroupOutbound: 'allow-list' },
  },
  'azure-firewall/inbound-by-name': { policy: draft([rule('in', ['example.com'], ['tcp/443'], inbound)]) },
  'azure-firewall/inbound-families-differ': { policy: draft([rule('in', ['2001:db8::/32'], ['tcp/443'], inbound)]) },
  'azure-firewall/limit-routes': { policy: manyPrefixes(1001), options: { routeBy: 'prefix' } },
  'azure-firewall/limit-security-addresses': { policy: manyAddresses(4001) },
  'azure-firewall/limit-security-rules': { policy: manyRules(1001) },
  'azure-firewall/limit-tag-routes': { policy: manyTagRoutes(26) },
  'azure-firewall/no-security-priority': { policy: manySecurityTurns(6) },
  'azure-firewall/route-bypasses-firewall': { policy: draft([], { routes: [route('batch')] }) },
  'azure-firewall/route-by-prefix': {
    policy: draft([], { cloud: 'china', routes: [route('batch', { resolved: dual })] }),
  },
  'azure-firewall/route-by-unlisted-tag': { policy: draft([], { cloud: 'china', routes: [route('batch')] }) },
  'azure-firewall/route-ipv6-left-out': {
    policy: draft([], { routes: [route('batch', { resolved: dual })] }),
    options: { routeBy: 'prefix' },
  },
  'azure-firewall/route-without-prefixes': {
    policy: draft([], { routes: [route('batch')] }),
    options: { routeBy: 'prefix' },
  },
  'azure-firewall/security-group-restricts-nothing': {
    policy: draft([rule('tag', ['tag:Storage'], ['tcp/443'])]),
    options: { securityGroupOutbound: 'allow' },
  },
  'azure-firewall/security-sources-dropped': { policy: draft([absent], { cloud: 'usgov' }) },
  'azure-firewall/security-tag-absent': {
    policy: draft([{ ...absent, sources: absent.sources.slice(0, 1) }], { cloud: 'usgov' }),
  },
  'azure-firewall/security-tag-not-listed': {
    policy: draft([
      rule('in', ['10.20.0.0/16'], ['tcp/44224'], {
        ...inbound,
        sources: [{ kind: 'service-tag', tag: 'AzureMachineLearning.EastUS2' }],
      }),
    ]),
  },
  'azure-firewall/tag-unknown': {
    policy: draft([
      rule('in', ['10.20.0.0/16'], ['tcp/44224'], {
        ...inbound,
        sources: [{ kind: 'service-tag', tag: 'AzureMachineLerning' }],
      }),
    ]),
  },
};
