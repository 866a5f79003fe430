import { describe, expect, it } from 'vitest';
import type { Policy, Route } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, route, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type AzureFirewallOptions } from '../../src/index.js';
import { liftSubnet } from './lift.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

function routesOf(
  routes: readonly Route[],
  options: Partial<AzureFirewallOptions> = {},
  cloud: Policy['cloud'] = 'public',
): readonly unknown[] {
  const { artifacts } = render(azureFirewall, policy([], { routes, cloud }), options);
  return liftSubnet(artifacts).routes.map(({ name, destination, appliance }) => [name, destination, appliance ?? '']);
}

function codesOf(routes: readonly Route[], options: Partial<AzureFirewallOptions>, cloud: Policy['cloud']): unknown {
  const { diagnostics } = render(azureFirewall, policy([], { routes, cloud }), options);
  return diagnostics.map(({ code }) => code.slice('azure-firewall/'.length)).toSorted();
}

const resolved: Route = route('batch', { resolved: { document: 'd', prefixes: ['192.0.2.0/28', '2001:db8::/32'] } });
const byPrefix = { routeBy: 'prefix' } as const;

describe('a route past the firewall', slow, () => {
  it('names its tag', () => {
    expect(routesOf([route('batch')])).toEqual([['batch', 'BatchNodeManagement', '']]);
    expect(routesOf([resolved])).toEqual([['batch', 'BatchNodeManagement', '']]);
  });

  it('has a route for each prefix, named by it', () => {
    expect(routesOf([resolved], byPrefix)).toEqual([['batch_192-0-2-0-28', '192.0.2.0/28', '']]);
  });

  it('is left out when only prefixes will do and none are known', () => {
    expect(routesOf([route('batch')], byPrefix)).toEqual([]);
    expect(codesOf([route('batch')], byPrefix, 'public')).toEqual(['route-without-prefixes']);
  });

  it('has prefixes where the cloud does not list the tag for routes, and the tag as long as none are known', () => {
    expect(routesOf([resolved], {}, 'china')).toEqual([['batch_192-0-2-0-28', '192.0.2.0/28', '']]);
    expect(codesOf([resolved], {}, 'china')).toEqual([
      'route-by-prefix',
      'route-bypasses-firewall',
      'route-ipv6-left-out',
    ]);
    expect(routesOf([route('batch')], {}, 'china')).toEqual([['batch', 'BatchNodeManagement', '']]);
    expect(codesOf([route('batch')], {}, 'china')).toEqual(['route-by-unlisted-tag', 'route-bypasses-firewall']);
  });

  it.each([
    ['public', 'EastUS2'],
    ['usgov', 'USGovVirginia'],
    ['china', 'ChinaEast2'],
  ] as const)('by a regional tag is not listed for routes: %s', (cloud, region) => {
    const regional = route('batch', { tag: `BatchNodeManagement.${region}` });
    expect(codesOf([regional], {}, cloud)).toEqual(['route-by-unlisted-tag', 'route-bypasses-firewall']);
  });

  it('never names a tag that the cloud does not have', () => {
    const absent = route('batch', { tag: 'AzureFrontDoor.FirstParty' });
    expect(routesOf([absent], {}, 'usgov')).toEqual([]);
    expect(routesOf([{ ...resolved, tag: absent.tag }], {}, 'usgov')).toHaveLength(1);
  });

  it('stands once where two lead to the same place', () => {
    expect(routesOf([route('batch'), route('again')])).toHaveLength(1);
    expect(routesOf([resolved, { ...resolved, id: 'again' }], byPrefix)).toHaveLength(1);
  });
});

describe('the default route', slow, () => {
  it('leads to the firewall, after the others', () => {
    expect(routesOf([route('batch')], { firewallPrivateIp: '10.0.1.4' })).toEqual([
      ['batch', 'BatchNodeManagement', ''],
      ['to_firewall', '0.0.0.0/0', '10.0.1.4'],
    ]);
    expect(routesOf([], { firewallPrivateIp: '10.0.1.4' })).toEqual([['to_firewall', '0.0.0.0/0', '10.0.1.4']]);
  });

  it('is never one that leads past it', () => {
    const everything = route('batch', { resolved: { document: 'd', prefixes: ['0.0.0.0/0'] } });
    expect(routesOf([everything], { ...byPrefix, firewallPrivateIp: '10.0.1.4' })).toEqual([
      ['to_firewall', '0.0.0.0/0', '10.0.1.4'],
    ]);
  });

  it.each(['10.0.1', '10.0.1.256', '10.0.1.04', '10.0.1.4/32', 'fd00::1', 'firewall', ' 10.0.1.4', '0.0.0.0'])(
    'is refused to %s',
    (firewallPrivateIp) => {
      expect(() => routesOf([], { firewallPrivateIp })).toThrow('firewallPrivateIp');
    },
  );
});

describe('a route table', slow, () => {
  it('is not there without a route, nor when nobody asks for it', () => {
    const paths = (options: Partial<AzureFirewallOptions>, routes: readonly Route[]): readonly string[] =>
      render(azureFirewall, policy([rule('host', ['example.com'], ['tcp/443'])], { routes }), options).artifacts.map(
        ({ path }) => path,
      );
    expect(paths({}, [])).not.toContain('route-table.json');
    expect(paths({ routeTable: false, firewallPrivateIp: '10.0.1.4' }, [route('batch')])).not.toContain(
      'route-table.json',
    );
    expect(paths({}, [route('batch')])).toContain('route-table.json');
  });
});
