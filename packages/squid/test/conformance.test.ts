/// <reference types="node" />
import { describe, it } from 'vitest';
import type { Rule } from '@azureml-firewall/rule-model';
import { conformance, policy, route, rule, tag, type Adapter } from '@azureml-firewall/conformance';
import { command, folder, textFile } from '@azureml-firewall/conformance/node';
import { squid, type Code, type SquidModel, type SquidOptions } from '../src/index.js';
import { aclName } from '../src/limits.js';
import { answersOf } from './support/proxy.js';
import { directivesIn, parsed, whyNot } from './support/real-squid.js';

type SquidAdapter = Adapter<SquidModel, SquidOptions, Code>;

const update = process.env['UPDATE_GOLDEN'] !== undefined;
const storage = tag('Storage', '192.0.2.0/24');
const intercept = { mode: 'intercept' } as const;
const host = policy([rule('host', ['example.com'], ['tcp/443'])]);
const web = policy([rule('host', ['example.com'], ['tcp/8443'])]);
const net = policy([rule('net', ['192.0.2.0/24'], ['tcp/443'])]);
const path = policy([rule('path', ['example.com/a/*'], ['tcp/443'])]);
const deny = { action: 'deny' } as const;

function from(...sources: Rule['sources']): SquidAdapter['messages'][Code] {
  return { policy: policy([rule('host', ['example.com'], ['tcp/443'], { sources })]) };
}

const messages: SquidAdapter['messages'] = {
  'squid/address-after-name': {
    policy: policy([rule('no', ['evil.example'], ['tcp/443'], deny), rule('net', ['192.0.2.0/24'], ['tcp/443'])]),
    options: intercept,
  },
  'squid/address-any-of-name': { policy: policy([rule('net', ['192.0.2.0/24'], ['tcp/443'], deny)]) },
  'squid/address-literal': { policy: net },
  'squid/address-resolved': { policy: net, options: { addresses: 'resolved' } },
  'squid/addresses-left': { policy: net, options: { addresses: 'none' } },
  'squid/family-closed': { policy: host },
  'squid/http-by-address': { policy: policy([rule('net', ['192.0.2.0/24'], ['tcp/80'])]), options: intercept },
  'squid/inbound': { policy: policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })]) },
  'squid/intercepted': { policy: host, options: intercept },
  'squid/no-client-network': from({ kind: 'any' }),
  'squid/not-web': { policy: policy([rule('smb', ['example.com'], ['tcp/445'])]) },
  'squid/own-addresses': { policy: policy([rule('all', ['0.0.0.0/0'], ['tcp/443'])]), options: intercept },
  'squid/path-escaped': {
    policy: policy([rule('path', ['example.com/a%20b/*'], ['tcp/443'])]),
    options: { bump: true },
  },
  'squid/path-in-clear': {
    policy: policy([
      rule('path', ['example.com/a'], [], {
        services: [{ protocol: 'tcp', ports: [{ from: 80, to: 80 }], application: 'http' }],
      }),
    ]),
  },
  'squid/path-needs-bump': { policy: path },
  'squid/path-opened': { policy: path, options: { bump: true } },
  'squid/ports-left': { policy: policy([rule('all', ['example.com'], ['tcp/*'])]) },
  'squid/redirected-away': {
    policy: policy([rule('a', ['example.com'], ['tcp/443']), rule('b', ['tag:Storage'], ['tcp/443'])]),
    options: intercept,
  },
  'squid/routes-not-included': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'])], { routes: [route('batch')] }),
  },
  'squid/sources-dropped': from({ kind: 'cidr', prefix: '10.0.0.0/8' }, { kind: 'service-tag', tag: 'Batch' }),
  'squid/tag-addresses-dated': { policy: policy([rule('tag', [storage], ['tcp/443'])]) },
  'squid/tag-unresolved': { policy: policy([rule('tag', ['tag:Storage'], ['tcp/443'])]) },
  'squid/udp': { policy: policy([rule('quic', ['example.com'], ['udp/443'])]) },
  'squid/web-only': { policy: web },
};

const longRule = (count: number) =>
  policy([rule('x'.repeat(Math.max(1, count - '_addresses_any'.length)), ['192.0.2.0/24'], ['tcp/443'], deny)]);

const adapter: SquidAdapter = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  messages,
  page: textFile(new URL('../../../docs/diagnostics/squid.md', import.meta.url), { update }),
  limits: [
    {
      name: 'characters of the name of a condition',
      limit: aclName,
      trial: (count) => ({ policy: longRule(count) }),
      past: { keeps: ({ model }) => Math.max(...model.config.acls.map(({ name }) => name.length)) },
    },
  ],
  variants: {
    intercepting: { mode: 'intercept', dnsServers: ['192.0.2.53'] },
    'opening TLS': { bump: true, addresses: 'resolved', clients: ['10.0.0.0/8', 'fd00::/8'] },
    'no addresses': { addresses: 'none', listen: '192.0.2.1', directory: '/srv/proxy' },
    'intercepting, opening TLS': { mode: 'intercept', bump: true, clients: ['10.0.0.0/8'] },
  },
  read: ({ artifacts, world }) => answersOf(artifacts, world),
  syntax: [
    {
      name: 'squid -k parse, by what it says',
      ...(whyNot !== undefined && { missing: whyNot }),
      accepts: (artifacts, { directory }) => {
        if (artifacts.length === 0) return { status: 'skip', reason: 'nothing is printed' };
        const { complaints, processed } = parsed(artifacts, directory);
        const lost = directivesIn(artifacts).filter((line, i) => line !== processed[i]);
        const reason = [...complaints, ...lost].join('\n');
        return reason === '' ? { status: 'pass', reason } : { status: 'fail', reason };
      },
    },
    command<SquidOptions>('shellcheck', {
      program: 'shellcheck',
      argumentsFor: (name, file) => (name.endsWith('.sh') ? ['--shell=sh', file] : undefined),
    }),
  ],
  unsafe: /[\\]/,
};

describe('conformance', { timeout: 240_000 }, () => {
  for (const { name, skip, run } of conformance(squid, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});
