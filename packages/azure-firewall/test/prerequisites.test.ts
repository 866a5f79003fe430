import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, route, rule } from '@azureml-firewall/conformance';
import { azureFirewall, prerequisitesOf, type AzureFirewallOptions } from '../src/index.js';

function needs(given: Policy, options: Partial<AzureFirewallOptions> = {}): readonly string[] {
  const { model } = render(azureFirewall, given, options);
  const needed = prerequisitesOf(model, { ...azureFirewall.defaults, ...options }, given.cloud);
  for (const { text } of needed) expect(text).not.toMatch(/[{}]|undefined|NaN/);
  return needed.map(({ code }) => code.slice('azure-firewall/needs-'.length));
}

const web = rule('host', ['example.com'], ['tcp/443']);
const always = ['firewall-policy', 'own-group', 'policy-on-firewall'];
const inbound = rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' });

describe('prerequisites', () => {
  it.each<[what: string, needed: readonly string[], given: Policy, options?: Partial<AzureFirewallOptions>]>([
    ['nothing', [], policy([])],
    ['web hosts', [...always, 'default-route'], policy([web])],
    [
      'hosts on other ports',
      [...always, 'standard', 'dns-proxy', 'clients-of-dns-proxy', 'default-route'],
      policy([rule('time', ['ntp.example.com'], ['udp/123'])]),
    ],
    [
      'paths',
      [...always, 'premium', 'certificate-authority', 'trust-in-certificate-authority', 'default-route'],
      policy([rule('path', ['example.com/path'], ['tcp/443'])]),
      { sku: 'Premium', tlsInspection: true },
    ],
    [
      'paths of plain HTTP',
      [...always, 'premium', 'default-route'],
      policy([rule('path', ['example.com/path'], ['tcp/80'])]),
      { sku: 'Premium' },
    ],
    [
      'hosts on other ports in a new policy, which has its DNS proxy on',
      ['policy-on-firewall', 'standard', 'clients-of-dns-proxy', 'default-route'],
      policy([rule('time', ['ntp.example.com'], ['udp/123'])]),
      { policy: 'new' },
    ],
    ['a default route', [...always, 'route-table-on-subnet'], policy([web]), { firewallPrivateIp: '10.0.1.4' }],
    ['routes', ['route-table-on-subnet'], policy([], { routes: [route('batch')] })],
    ['what comes in', ['security-group-on-subnet'], policy([inbound])],
    ['another cloud', ['cloud', ...always, 'default-route'], policy([web], { cloud: 'china' })],
    ['nothing in another cloud', [], policy([], { cloud: 'usgov' })],
  ])('of %s are those that it needs', (_, needed, given, options) => {
    expect(needs(given, options)).toEqual(needed);
  });

  it('stand beside the files', () => {
    const { artifacts, model } = render(azureFirewall, policy([web]));
    const printed = artifacts.find(({ path }) => path === 'prerequisites.json');
    expect(JSON.parse(printed?.text ?? '')).toEqual({ prerequisites: prerequisitesOf(model, azureFirewall.defaults) });
    expect(render(azureFirewall, policy([web]), { prerequisites: false }).artifacts).toHaveLength(1);
    expect(render(azureFirewall, policy([])).artifacts).toEqual([]);
  });
});
