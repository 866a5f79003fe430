/// <reference types="node" />
import { describe, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { conformance, policy, route, rule, tag, type Adapter } from '@azureml-firewall/conformance';
import { folder, ownCases, textFile } from '@azureml-firewall/conformance/node';
import { fortinet, type Code, type FortiModel, type FortinetOptions } from '../src/index.js';
import { feedsOfVdom, policyComments, policyName } from '../src/limits.js';
import { optionsSchema } from '../src/schema.js';
import { apply, deviceWith, show } from './support/device.js';
import { firewallOf } from './support/firewall.js';

const update = process.env['UPDATE_GOLDEN'] !== undefined;
const aml = tag('AzureMachineLearning', '13.66.0.0/24', '2603:1030::/48');
const feeds = { serviceTags: 'feeds', feedUrl: 'https://lists.example.com' } as const;
const paths = policy([rule('path', ['example.com/a/*'], ['tcp/443']), rule('also', ['example.com/b/*'], ['tcp/443'])]);
const unresolved = { sources: [{ kind: 'service-tag', tag: 'Storage' }] } as const;

function manyTags(count: number): Policy {
  const tags = Array.from({ length: count }, (_, i) => tag(`Tag${i}`, '192.0.2.0/24'));
  return policy([rule('tags', tags, ['tcp/443'])]);
}

const messages: Adapter<FortiModel, FortinetOptions, Code>['messages'] = {
  'fortinet/covered-by-tag': {
    policy: policy([rule('tundra', ['*.tundra.azureml.ms'], ['udp/5831'], { coveredBy: [aml.tag], covering: [aml] })]),
    options: { wildcards: 'covering' },
  },
  'fortinet/feed-over-limit': { policy: manyTags(257), options: feeds },
  'fortinet/inbound-path': {
    policy: policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })]),
  },
  'fortinet/ipv6-left-out': { policy: policy([rule('tag', [aml], ['tcp/443'])]) },
  'fortinet/learnt-addresses': { policy: policy([rule('host', ['*.azureml.ms'], ['tcp/443'])]) },
  'fortinet/limit-table': { policy: manyTags(11), options: { groupLimit: 10 } },
  'fortinet/no-common-family': { policy: policy([rule('six', ['2001:db8::/32'], ['tcp/443'])]) },
  'fortinet/no-usable-source': { policy: policy([rule('tag', ['example.com'], ['tcp/443'], unresolved)]) },
  'fortinet/not-fed': {
    policy: policy([rule('wide', [tag('Internet', '0.0.0.0/0')], ['tcp/443'])]),
    options: feeds,
  },
  'fortinet/path-by-web-filter': { policy: paths, options: { deepInspection: true } },
  'fortinet/path-widened-to-host': { policy: paths },
  'fortinet/resolved-addresses': { policy: policy([rule('host', ['example.com'], ['tcp/443'])]) },
  'fortinet/routes-not-included': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'])], { routes: [route('batch')] }),
  },
  'fortinet/sources-dropped': {
    policy: policy([
      rule('some', ['192.0.2.0/24'], ['tcp/443'], {
        sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }, ...unresolved.sources],
      }),
    ]),
  },
  'fortinet/suffix-as-pair': { policy: policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])]) },
  'fortinet/tag-addresses-dated': { policy: policy([rule('tag', [aml], ['tcp/443'])]) },
  'fortinet/tag-unresolved': { policy: policy([rule('tag', ['tag:Storage'], ['tcp/443'])]) },
  'fortinet/web-filter-first': { policy: paths, options: { deepInspection: true } },
  'fortinet/wildcard-needs-tag': {
    policy: policy([rule('host', ['*.azureml.ms'], ['tcp/443'])]),
    options: { wildcards: 'covering' },
  },
};

/** What somebody else has on the device: nothing of ours may touch it. */
const foreign = `config firewall address
    edit "corp"
        set type ipmask
        set subnet 10.0.0.0 255.0.0.0
    next
end
config firewall service custom
    edit "ssh"
        set tcp-portrange 22
    next
end
config firewall policy
    edit 7
        set name "corp-deny"
        set srcintf "port2"
        set dstintf "port1"
        set srcaddr "all"
        set dstaddr "corp"
        set action deny
        set schedule "always"
        set service "ssh"
    next
end
`;

const adapter: Adapter<FortiModel, FortinetOptions, Code> = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  own: ownCases(new URL('golden/', import.meta.url), {
    policy: (value) => policySchema.parse(value),
    options: (value) => optionsSchema.parse(value),
    update,
  }),
  messages,
  page: textFile(new URL('../../../docs/diagnostics/fortinet.md', import.meta.url), { update }),
  limits: [
    {
      name: 'characters of the name of a policy',
      limit: policyName,
      trial: (count) => ({ policy: policy([rule('x'.repeat(count - 'aml-'.length), ['example.com'], ['tcp/443'])]) }),
      past: { keeps: ({ model }) => Math.max(...model.config.policies.map(({ name }) => name.length)) },
    },
    {
      name: 'characters of the comments of a policy',
      limit: policyComments,
      trial: (count) => ({
        policy: policy([
          rule('one', ['example.com'], ['tcp/443'], {
            purpose: 'p'.repeat(500),
            caution: 'c'.repeat(500),
            origins: [{ requirement: 'r'.repeat(count - 1000), edition: '2026', section: 's', source: 'p' }],
          }),
        ]),
      }),
      past: { keeps: ({ model }) => Math.max(...model.config.policies.map(({ comments }) => comments.length)) },
    },
    {
      name: 'feeds of a virtual domain',
      limit: feedsOfVdom,
      trial: (count) => ({ policy: manyTags(count), options: feeds }),
      past: { says: 'fortinet/feed-over-limit' },
    },
  ],
  variants: {
    'feeds, paths, IPv4 only': { ...feeds, deepInspection: true, ipv6: false, membersPerGroup: 10 },
    'covering tags, 7.2': { wildcards: 'covering', version: '7.2', nat: 'central', prefix: 'x' },
    'a virtual domain': { vdom: 'root', log: 'utm', policyIdTo: 1_001_000 },
  },
  read: ({ artifacts, feeds: lists, options, world }) => {
    const text = artifacts[0]?.text ?? '';
    const fetched = Object.fromEntries(
      lists.map(({ path, text: list }) => [path.replace('.txt', ''), list.trimEnd().split('\n')]),
    );
    // What a denial matches, told by the policy that allows the same; only one that denies has match-vip.
    const allowing = text
      .replaceAll('set action deny', 'set action accept')
      .replaceAll(/ *set match-vip enable\n/g, '');
    const [passes, matches] = [text, allowing].map((commands) =>
      firewallOf(deviceWith(commands, options.vdom), { names: world.names, lists: fetched }),
    );
    return (probe) => (passes?.(probe) ? 'allow' : matches?.(probe) ? 'deny' : undefined);
  },
  device: {
    apply: (texts, { vdom }) => {
      const device = deviceWith();
      for (const text of texts) apply(device, text, vdom);
      return show(device);
    },
    foreign: ({ vdom }) => (vdom === undefined ? foreign : `config vdom\nedit ${vdom}\n${foreign}end\n`),
  },
  unsafe: /["'<>\\?$]/,
};

describe('conformance', { timeout: 120_000 }, () => {
  for (const { name, skip, run } of conformance(fortinet, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});
