import * as fc from 'fast-check';
import type { Rule } from '@azureml-firewall/rule-model';
import { by } from '@azureml-firewall/conformance';
import { singleRules } from '@azureml-firewall/conformance/random';
import type { SquidOptions } from '../../src/index.js';

const web = [by('tcp/443', 'https'), by('tcp/80', 'http'), by('tcp/443')];

/** Rules of one entry, most of them what a proxy is for. */
export const singles: fc.Arbitrary<Rule> = fc
  .tuple(singleRules, fc.option(fc.constantFrom(...web), { freq: 3 }))
  .map(([one, service]) => ({ ...one, ...(service && { services: [service], direction: 'outbound' as const }) }));

/** Random options that may be together. */
export const options: fc.Arbitrary<Partial<SquidOptions>> = fc.oneof(
  fc.record({
    mode: fc.constant('explicit' as const),
    addresses: fc.constantFrom('literal', 'resolved', 'none'),
    bump: fc.boolean(),
    clients: fc.constantFrom([], [], ['10.0.0.0/8'], ['10.20.0.0/16', 'fd00::/8']),
    dnsServers: fc.constantFrom([], ['192.0.2.53', '2001:db8::53']),
  }),
  fc.record({
    mode: fc.constant('intercept' as const),
    bump: fc.boolean(),
    clients: fc.constantFrom([], [], ['10.0.0.0/8'], ['10.20.0.0/16', 'fd00::/8']),
    directory: fc.constantFrom('/etc/squid/aml', '/srv/proxy.d'),
  }),
);
