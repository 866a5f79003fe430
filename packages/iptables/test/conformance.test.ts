/// <reference types="node" />
import { describe, it } from 'vitest';
import type { Renderer } from '@azureml-firewall/renderer-kit';
import { conformance, policy, route, rule, tag, to, type Adapter, type Reader } from '@azureml-firewall/conformance';
import { command, folder, textFile } from '@azureml-firewall/conformance/node';
import { iptables, nftables, type Code, type FilterModel, type LinuxOptions, type Match } from '../src/index.js';
import { bytesOf } from '../src/comment.js';
import { ipsetName, iptablesComment, multiportSlots, nftComment } from '../src/limits.js';
import { iptablesMachine, nftablesMachine } from './support/machine.js';
import { inNamespace, lacking } from './support/namespace.js';

type LinuxAdapter = Adapter<FilterModel, LinuxOptions, Code>;

const update = process.env['UPDATE_GOLDEN'] !== undefined;
const missing = lacking();
const aml = tag('AzureMachineLearning', '13.66.0.0/24', '2603:1030::/48');
const unresolved = { sources: [{ kind: 'service-tag', tag: 'Storage' }] } as const;
const own = { kind: 'cidr', prefix: '10.20.0.0/16' } as const;
const inbound = rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound', sources: [aml] });

const messages: LinuxAdapter['messages'] = {
  'iptables/any-is-own': {
    policy: policy([rule('any', ['192.0.2.0/24'], ['tcp/443'], { sources: [{ kind: 'any' }] })]),
    options: { subnets: ['10.20.0.0/16'] },
  },
  'iptables/covered-by-tag': {
    policy: policy([rule('tundra', ['*.tundra.azureml.ms'], ['udp/5831'], { coveredBy: [aml.tag], covering: [aml] })]),
    options: { names: 'covering' },
  },
  'iptables/denied-by-name': {
    policy: policy([rule('no', ['old.azureml.ms'], ['tcp/443'], { action: 'deny' })]),
  },
  'iptables/family-closed': { policy: policy([rule('host', ['example.com'], ['tcp/443'])]) },
  'iptables/from-inside': {
    policy: policy([rule('in', ['10.20.0.0/16'], ['tcp/22'], { direction: 'inbound', sources: [own] })]),
  },
  'iptables/host-leaves-inbound': { policy: policy([inbound]), options: { mode: 'host' } },
  'iptables/inbound-by-name': {
    policy: policy([rule('in', ['vm.example.com'], ['tcp/22'], { direction: 'inbound', sources: [aml] })]),
    options: { subnets: ['10.20.0.0/16'] },
  },
  'iptables/name-needs-tag': {
    policy: policy([rule('conda', ['*.anaconda.com'], ['tcp/443'])]),
    options: { names: 'covering' },
  },
  'iptables/names-together': {
    policy: policy([rule('site', ['pytorch.org'], ['tcp/443']), rule('files', ['*.pytorch.org'], ['tcp/80'])]),
  },
  'iptables/no-common-family': { policy: policy([rule('six', ['2001:db8::/32'], ['tcp/443'])]) },
  'iptables/no-usable-source': { policy: policy([rule('tag', ['example.com'], ['tcp/443'], unresolved)]) },
  'iptables/other-names-refused': {
    policy: policy([rule('ml', [aml, to('example.com')], ['tcp/443'])]),
    options: { otherNames: 'refuse' },
  },
  'iptables/outside-subnets': {
    policy: policy([rule('far', ['192.0.2.0/24'], ['tcp/443'])]),
    options: { subnets: ['10.30.0.0/16'] },
  },
  'iptables/path-widened-to-host': { policy: policy([rule('path', ['example.com/a/*'], ['tcp/443'])]) },
  'iptables/routes-not-included': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'])], { routes: [route('batch')] }),
  },
  'iptables/shared-address': { policy: policy([rule('host', ['ml.azure.com'], ['tcp/443'])]) },
  'iptables/sources-dropped': {
    policy: policy([rule('some', ['192.0.2.0/24'], ['tcp/443'], { sources: [own, ...unresolved.sources] })]),
  },
  'iptables/subnets-needed': {
    policy: policy([rule('any', ['example.com'], ['tcp/443'], { sources: [{ kind: 'any' }] })]),
  },
  'iptables/suffix-as-pair': { policy: policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])]) },
  'iptables/tag-addresses-dated': { policy: policy([rule('tag', [aml], ['tcp/443'])]) },
  'iptables/tag-unresolved': { policy: policy([rule('tag', ['tag:Storage'], ['tcp/443'])]) },
};

const variants: LinuxAdapter['variants'] = {
  'a host': { mode: 'host', dnsUid: 'nobody', names: 'prefer-covering' },
  'subnets given': { subnets: ['10.0.0.0/8', 'fd00::/8'], logPerMinute: 0, learntSeconds: 300 },
  'covering tags': { names: 'covering', prefix: 'x', otherNames: 'refuse', upstreams: ['192.0.2.53', '2001:db8::53'] },
};

const longName = (count: number) =>
  policy([rule('x'.repeat(count - 'aml-dns--4'.length), ['example.com'], ['tcp/443'])]);
const longComment = (count: number) =>
  policy([rule('a', ['192.0.2.0/24'], ['tcp/443'], { purpose: 'p'.repeat(count - 'a:  [a; 2026-03-19]'.length) })]);

const longest = (texts: readonly string[]): number => Math.max(...texts.map(bytesOf));

const limits = {
  iptables: [
    {
      name: 'characters of the name of an ipset',
      limit: ipsetName,
      trial: (count) => ({ policy: longName(count) }),
      past: {
        keeps: ({ artifacts }) =>
          longest([...(artifacts[0]?.text ?? '').matchAll(/^create (\S+)/gm)].map(([, name = '']) => name)),
      },
    },
    {
      name: 'bytes of a comment',
      limit: iptablesComment,
      trial: (count) => ({ policy: longComment(count) }),
      past: { keeps: ({ model }) => longest(model.filter.rules.map(({ comment }) => comment)) },
    },
    {
      name: 'ports of a multiport match',
      limit: multiportSlots,
      trial: (count) => {
        const ports = Array.from({ length: count }, (_, i) => String(1000 + 2 * i));
        return { policy: policy([rule('ports', ['192.0.2.0/24'], [`tcp/${ports.join(',')}`])]) };
      },
      past: { keeps: ({ model }) => Math.max(...model.filter.rules.map(({ ports }) => ports.length)) },
    },
  ],
  nftables: [
    {
      name: 'bytes of a comment',
      limit: nftComment,
      trial: (count) => ({ policy: longComment(count) }),
      past: { keeps: ({ model }) => longest(model.filter.rules.map(({ comment }) => comment)) },
    },
  ],
} satisfies Readonly<Record<string, LinuxAdapter['limits']>>;

const shell = command<LinuxOptions>('shellcheck', {
  program: 'shellcheck',
  argumentsFor: (path, file) => (path.endsWith('.sh') ? ['--shell=sh', file] : undefined),
});

type Checker = NonNullable<LinuxAdapter['syntax']>[number];

/** Scripts hardly differ by policy: each is looked at once. */
function onceEach(checker: Checker): Checker {
  const known = new Map<string, ReturnType<Checker['accepts']>>();
  return {
    ...checker,
    accepts: (artifacts, options) => {
      const scripts = artifacts.filter(({ path }) => path.endsWith('.sh'));
      const key = scripts.map(({ text }) => text).join();
      const result = known.get(key) ?? checker.accepts(scripts, options);
      known.set(key, result);
      return result;
    },
  };
}

/** What counts is a real load: the check modes of these tools pass files that do not load. */
const kernel: Checker = {
  name: 'a kernel in a namespace of its own',
  ...(missing !== undefined && { missing }),
  accepts: (artifacts, { subnets, names }) => {
    // These variants print nothing of another form: that the kernel takes it is shown by the others.
    if (subnets.length > 0 || names === 'covering') return { status: 'skip', reason: 'as without options' };
    const { status, errors } = inNamespace(artifacts, 'sh apply.sh; dnsmasq --test -C dnsmasq.conf 2>/dev/null');
    return status === 0 && errors === '' ? { status: 'pass', reason: '' } : { status: 'fail', reason: errors };
  },
};

const readers: Readonly<Record<'iptables' | 'nftables', Reader<LinuxOptions>>> = {
  iptables: ({ artifacts, world }) => decisionOf(iptablesMachine(artifacts, world.names)),
  nftables: ({ artifacts, world }) => decisionOf(nftablesMachine(artifacts, world.names)),
};

function decisionOf(machine: ReturnType<typeof iptablesMachine>): ReturnType<Reader<LinuxOptions>> {
  return (probe) => {
    const verdict = machine(probe);
    return verdict === 'allow' || verdict === 'deny' ? verdict : undefined;
  };
}

const renderers: Readonly<Record<'iptables' | 'nftables', Renderer<Match, FilterModel, LinuxOptions, Code>>> = {
  iptables,
  nftables,
};

describe.each(['iptables', 'nftables'] as const)('conformance of %s', { timeout: 240_000 }, (id) => {
  const adapter: LinuxAdapter = {
    expected: folder(new URL(`conformance/${id}/`, import.meta.url), { update }),
    messages,
    page: textFile(new URL(`../../../docs/diagnostics/${id}.md`, import.meta.url), { update }),
    limits: limits[id],
    variants,
    read: readers[id],
    syntax: [kernel, onceEach(shell)],
    unsafe: /["\\]/,
  };
  for (const { name, skip, run } of conformance(renderers[id], adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});
