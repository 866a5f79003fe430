import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { squid } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';

const one = policy([rule('one', ['example.com'], ['tcp/443'])]);

const refused: readonly (readonly [path: string, options: object])[] = [
  ['mode', { mode: 'transparent' }],
  ['bump', { bump: 'yes' }],
  ['directory', { directory: 'etc/squid' }],
  ['directory', { directory: '/etc/squid/' }],
  ['directory', { directory: '/etc/../squid' }],
  ['directory', { directory: '/etc/squid"\nhttp_access allow all' }],
  ['clients', { clients: ['10.0.0.1/8'] }],
  ['clients', { clients: ['any'] }],
  ['listen', { listen: 'proxy.example' }],
  ['listen', { listen: '10.0.0.1/32' }],
  ['listen', { listen: '10.0.0.1', mode: 'intercept' }],
  ['port', { port: 0 }],
  ['port', { port: 70_000 }],
  ['interceptHttpPort', { mode: 'intercept', interceptHttpPort: 3128 }],
  ['interceptTlsPort', { mode: 'intercept', interceptTlsPort: 3129 }],
  ['dnsServers', { dnsServers: ['dns.example'] }],
  ['dnsServers', { dnsServers: ['2001:DB8::1'] }],
  ['addresses', { addresses: 'all' }],
  ['addresses', { addresses: 'none', mode: 'intercept' }],
  ['certificate', { certificate: 'proxy.pem' }],
  ['certificateGenerator', { certificateGenerator: '/usr/lib/squid/x; reboot' }],
  ['certificateDatabase', { certificateDatabase: '/var/$(reboot)' }],
  ['trustedCertificates', { trustedCertificates: '/etc/ssl/a b' }],
  ['logDirectory', { logDirectory: '/var/log squid' }],
  ['pidFile', { pidFile: '' }],
  ['unknown', { unknown: true }],
];

describe('options', () => {
  it.each(refused)('%s is refused in %o', (path, options) => {
    const { success, error } = optionsSchema.safeParse(options);
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).toContain(path);
    if (path !== 'unknown') expect(() => render(squid, one, options)).toThrow(path);
  });

  it('hold as they are by default', () => {
    expect(optionsSchema.parse({})).toEqual({});
    expect(render(squid, one).artifacts[0]?.text).toContain('http_port 3128 ssl-bump');
  });

  it('say where the proxy listens, whom it asks, and where its certificate is', () => {
    const options = { listen: '2001:db8::1', dnsServers: ['192.0.2.53', '2001:db8::53'], certificate: '/srv/ca.pem' };
    const text = render(squid, one, optionsSchema.parse(options)).artifacts[0]?.text;
    expect(text).toContain(
      'http_port [2001:db8::1]:3128 ssl-bump generate-host-certificates=off tls-cert=/srv/ca.pem\n',
    );
    expect(text).toContain('dns_nameservers 192.0.2.53 2001:db8::53\n');
    expect(render(squid, one, { listen: '10.0.0.1' }).artifacts[0]?.text).toContain('http_port 10.0.0.1:3128 ');
  });
});
