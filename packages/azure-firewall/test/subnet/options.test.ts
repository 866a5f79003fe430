import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, route, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type AzureFirewallOptions } from '../../src/index.js';
import { optionsSchema } from '../../src/schema.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const given = policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })], {
  routes: [route('batch')],
});

describe('options of the subnet', slow, () => {
  it.each<[Partial<AzureFirewallOptions>, string]>([
    [{ securityGroup: 'yes' as unknown as boolean }, 'securityGroup'],
    [{ securityGroupName: "x', 'y" }, 'securityGroupName'],
    [{ securityGroupOutbound: 'deny' as 'allow' }, 'securityGroupOutbound'],
    [{ routeTable: 1 as unknown as boolean }, 'routeTable'],
    [{ routeTableName: '' }, 'routeTableName'],
    [{ routeBy: 'tag' as 'prefix' }, 'routeBy'],
    [{ firewallPrivateIp: '10.0.0.0/8' }, 'firewallPrivateIp'],
    [{ prerequisites: 'no' as unknown as boolean }, 'prerequisites'],
    [{ limits: { routes: 0 } }, 'limits'],
  ])('refuses %o', (options, path) => {
    const faults = azureFirewall.checkOptions({ ...azureFirewall.defaults, ...options });
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    expect(() => render(azureFirewall, given, options)).toThrow(path);
    expect(optionsSchema.safeParse(options).success).toBe(false);
  });

  it('stand in the files', () => {
    const options = {
      securityGroupName: 'nsg-compute',
      routeTableName: 'rt-compute',
      firewallPrivateIp: '10.0.1.4',
      limits: { routes: 400 },
    };
    expect(optionsSchema.parse(options)).toEqual(options);
    const { artifacts } = render(azureFirewall, given, options);
    const text = artifacts.map((artifact) => artifact.text).join('\n');
    for (const value of ['nsg-compute', 'rt-compute', '10.0.1.4']) expect(text).toContain(`"${value}"`);
  });
});
