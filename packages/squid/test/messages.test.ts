import { describe, expect, it } from 'vitest';
import { messageOf, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { by, policy, route, rule, tag } from '@azureml-firewall/conformance';
import { squid, type Code, type SquidOptions } from '../src/index.js';

type Case = readonly [policy: Policy, options?: Partial<SquidOptions>];

const storage = tag('Storage', '192.0.2.0/24');
const intercept = { mode: 'intercept' } as const;
const host = policy([rule('host', ['example.com'], ['tcp/443'])]);
const net = policy([rule('net', ['192.0.2.0/24'], ['tcp/443'])]);
const path = policy([rule('path', ['example.com/a/*'], ['tcp/443'])]);

function from(...sources: Rule['sources']): Policy {
  return policy([rule('host', ['example.com'], [], { sources, services: [by('tcp/443', 'https')] })]);
}

/** One policy for each thing that the renderer says; the type asks for all of them. */
const cases: Readonly<Record<Code, Case>> = {
  'squid/address-after-name': [
    policy([rule('no', ['evil.example'], ['tcp/443'], { action: 'deny' }), rule('net', ['192.0.2.0/24'], ['tcp/443'])]),
    intercept,
  ],
  'squid/address-any-of-name': [policy([rule('net', ['192.0.2.0/24'], ['tcp/443'], { action: 'deny' })])],
  'squid/address-literal': [net],
  'squid/address-resolved': [net, { addresses: 'resolved' }],
  'squid/addresses-left': [net, { addresses: 'none' }],
  'squid/family-closed': [host],
  'squid/http-by-address': [policy([rule('net', ['192.0.2.0/24'], ['tcp/80'])]), intercept],
  'squid/inbound': [policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })])],
  'squid/intercepted': [host, intercept],
  'squid/no-client-network': [from({ kind: 'any' })],
  'squid/not-web': [policy([rule('smb', ['example.com'], ['tcp/445'])])],
  'squid/own-addresses': [policy([rule('all', ['0.0.0.0/0'], ['tcp/443'])]), intercept],
  'squid/path-escaped': [policy([rule('path', ['example.com/a%20b/*'], ['tcp/443'])]), { bump: true }],
  'squid/path-in-clear': [policy([rule('path', ['example.com/a'], [], { services: [by('tcp/80', 'http')] })])],
  'squid/path-needs-bump': [path],
  'squid/path-opened': [path, { bump: true }],
  'squid/ports-left': [policy([rule('all', ['example.com'], ['tcp/*'])])],
  'squid/redirected-away': [
    policy([rule('a', ['example.com'], ['tcp/443']), rule('b', ['tag:Storage'], ['tcp/443'])]),
    intercept,
  ],
  'squid/routes-not-included': [policy([rule('host', ['example.com'], ['tcp/443'])], { routes: [route('batch')] })],
  'squid/sources-dropped': [from({ kind: 'cidr', prefix: '10.0.0.0/8' }, { kind: 'service-tag', tag: 'Batch' })],
  'squid/tag-addresses-dated': [policy([rule('tag', [storage], ['tcp/443'])])],
  'squid/tag-unresolved': [policy([rule('tag', ['tag:Storage'], ['tcp/443'])])],
  'squid/udp': [policy([rule('quic', ['example.com'], ['udp/443'])])],
  'squid/web-only': [host],
};

describe('messages', () => {
  it.each(Object.entries(cases))('%s is said, with every fact filled in', (code, [given, options]) => {
    const said = render(squid, given, options).diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(said).not.toHaveLength(0);
    for (const { data } of said)
      expect(messageOf(squid.messages[code as Code], data)).not.toMatch(/[{}]|undefined|NaN/);
  });

  it('have a text for each code and a case for each text', () => {
    expect(Object.keys(squid.messages).toSorted()).toEqual(Object.keys(cases).toSorted());
  });
});
