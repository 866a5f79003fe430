import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureManagedNetwork, type ManagedNetworkOptions, type PrivateEndpoint } from '../../src/index.js';
import { managedNetworkOptionsSchema } from '../../src/schema.js';

const web = policy([rule('host', ['example.com'], ['tcp/443'])]);
const good: PrivateEndpoint = {
  name: 'blob',
  serviceResourceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/contosoml',
  subresourceTarget: 'blob',
  hosts: ['contosoml.blob.core.windows.net'],
};

describe('options of the managed network', () => {
  it.each<[Partial<ManagedNetworkOptions>, string]>([
    [{ workspaceName: 'ab' }, 'workspaceName'],
    [{ workspaceName: "x'; rm" }, 'workspaceName'],
    [{ workspaceName: 'a'.repeat(34) }, 'workspaceName'],
    [{ apiVersion: '2023-08-01-preview' }, 'apiVersion'],
    [{ apiVersion: '2023-09-30' }, 'apiVersion'],
    [{ languages: [] }, 'languages'],
    [{ languages: ['arm', 'arm'] }, 'languages'],
    [{ languages: ['hcl' as 'arm'] }, 'languages'],
    [{ privateEndpoints: [{ ...good, name: 'b' }] }, 'privateEndpoints'],
    [{ privateEndpoints: [{ ...good, serviceResourceId: 'contosoml' }] }, 'privateEndpoints'],
    [{ privateEndpoints: [{ ...good, serviceResourceId: `${good.serviceResourceId}$(id)` }] }, 'privateEndpoints'],
    [{ privateEndpoints: [{ ...good, subresourceTarget: 'b c' }] }, 'privateEndpoints'],
    [{ privateEndpoints: [{ ...good, hosts: ['*.core.windows.net'] }] }, 'privateEndpoints'],
    [{ privateEndpoints: [{ ...good, hosts: ['UPPER.example'] }] }, 'privateEndpoints'],
    [{ privateEndpoints: [good, { ...good, hosts: [] }] }, 'privateEndpoints'],
    [{ privateEndpoints: [good, { ...good, name: 'other' }] }, 'privateEndpoints'],
  ])('refuses %o', (options, path) => {
    const faults = azureManagedNetwork.checkOptions({ ...azureManagedNetwork.defaults, ...options });
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    expect(() => render(azureManagedNetwork, web, options)).toThrow(path);
    expect(managedNetworkOptionsSchema.safeParse(options).error?.issues[0]?.path[0]).toBe(path);
  });

  it.each<Partial<ManagedNetworkOptions>>([
    {},
    { workspaceName: 'abc' },
    { workspaceName: 'a'.repeat(33) },
    { apiVersion: '2023-10-01' },
    { apiVersion: '2099-01-01' },
    { privateEndpoints: [good, { ...good, name: 'again', hosts: [], sparkEnabled: true }] },
  ])('accepts %o', (options) => {
    expect(azureManagedNetwork.checkOptions({ ...azureManagedNetwork.defaults, ...options })).toEqual([]);
    expect(managedNetworkOptionsSchema.parse(options)).toEqual(options);
  });

  it.each<[unknown, string]>([
    [null, 'found "null", expected an object of name'],
    [{ ...good, sparkenabled: true }, 'found "blob", expected no sparkenabled, only name'],
    [{ ...good, sparkEnabled: 'yes' }, 'expected sparkEnabled: true or false'],
    [{ ...good, hosts: undefined }, 'expected hosts: a list of hosts'],
    [{ ...good, subresourceTarget: null }, 'expected subresourceTarget'],
    [{ ...good, name: 12345 }, 'found "12345", expected a name'],
  ])('tells what is wrong with the endpoint %j, in place of a TypeError or silence', (endpoint, message) => {
    const privateEndpoints = [endpoint] as readonly PrivateEndpoint[];
    expect(() => render(azureManagedNetwork, web, { privateEndpoints })).toThrow(message);
  });

  it('refuses keys that it does not know', () => {
    expect(managedNetworkOptionsSchema.safeParse({ workspace: 'x' }).success).toBe(false);
  });
});
