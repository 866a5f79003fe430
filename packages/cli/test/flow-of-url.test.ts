import { describe, expect, it } from 'vitest';
import { addressOf, targetOfUrl } from '../src/input/flow-of-url.js';
import { Refusal } from '../src/refusal.js';

describe('targetOfUrl', () => {
  it.each([
    ['tcp://foo.instances.azureml.ms:8787', { host: 'foo.instances.azureml.ms', protocol: 'tcp', port: 8787 }],
    ['TCP://Foo.Example.COM.:443/', { host: 'foo.example.com', protocol: 'tcp', port: 443 }],
    ['udp://192.0.2.5:5831', { address: '192.0.2.5', protocol: 'udp', port: 5831 }],
    ['udp://[2001:DB8:0::5]:5831', { address: '2001:db8::5', protocol: 'udp', port: 5831 }],
    ['https://pypi.org', { host: 'pypi.org', protocol: 'tcp', port: 443 }],
    ['https://pypi.org/', { host: 'pypi.org', protocol: 'tcp', port: 443, path: '/' }],
    ['https://pypi.org:8443/a/b?c=d#e', { host: 'pypi.org', protocol: 'tcp', port: 8443, path: '/a/b' }],
    ['http://pypi.org?x', { host: 'pypi.org', protocol: 'tcp', port: 80 }],
    ['https://bücher.example/', { host: 'xn--bcher-kva.example', protocol: 'tcp', port: 443, path: '/' }],
    ['https://192.0.2.5/', { address: '192.0.2.5', protocol: 'tcp', port: 443, path: '/' }],
  ])('reads %s', (url, target) => {
    expect(targetOfUrl(url)).toEqual(target);
  });

  it.each([
    ['', /^found "", expected tcp:\/\/HOST:PORT, udp:\/\/ADDRESS:PORT or https:\/\/HOST\/PATH$/],
    ['pypi.org', /^found "pypi\.org", expected tcp:/],
    ['pypi.org:443', /expected tcp:/],
    ['ftp://pypi.org/', /expected tcp:/],
    ['tcp:/pypi.org:443', /expected tcp:/],
    ['tcp://[2001:db8::5:443', /expected tcp:/],
    ['tcp://a b:443', /found "a b", expected a host name/],
    ['tcp://:443', /found "", expected a host name/],
    ['tcp://pypi.org', /found no port, expected one, as in tcp:\/\/HOST:443$/],
    ['tcp://pypi.org:', /found port "", expected a number from 1 to 65535$/],
    ['tcp://pypi.org:0', /found port "0"/],
    ['tcp://pypi.org:0443', /found port "0443"/],
    ['tcp://pypi.org:65536', /found port "65536"/],
    ['tcp://pypi.org:443-445', /found port "443-445"/],
    ['tcp://pypi.org:443/path', /found a path, expected none with tcp, or https:\/\/HOST\/PATH$/],
    ['tcp://*.pypi.org:443', /found "\*\.pypi\.org", expected a host name of at least two labels.*, or an IP address$/],
    ['https://user:secret@pypi.org/', /expected/],
    ['https://localhost/', /found "localhost", expected a host name of at least two labels/],
    ['tcp://2001:db8::5:443', /expected/],
    ['tcp://[192.0.2.5]:443', /found "\[192\.0\.2\.5\]", expected/],
    ['tcp://[pypi.org]:443', /expected/],
    ['tcp://010.0.0.1:443', /expected/],
    ['tcp://1.2.3:443', /expected/],
    ['tcp://10.0.0.0%2F8:443', /expected/],
    ['https://pypi.org\u001b[31m/', /^https:\/\/pypi\.org\\u\{1b\}\[31m\/: found|^found "https:\/\/pypi\.org\\u\{1b\}/],
  ])('refuses %j', (url, message) => {
    expect(() => targetOfUrl(url)).toThrow(Refusal);
    expect(() => targetOfUrl(url)).toThrow(message);
  });
});

describe('addressOf', () => {
  it('takes addresses, and no prefixes or names', () => {
    expect(['192.0.2.5', '2001:DB8::5', '10.0.0.0/8', '10.0.0.1/32', 'pypi.org', ''].map(addressOf)).toEqual([
      '192.0.2.5',
      '2001:db8::5',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
