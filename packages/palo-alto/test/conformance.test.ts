/// <reference types="node" />
import { describe, it } from 'vitest';
import type { Policy, ServiceTag } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { conformance, policy, route, rule, tag, type Adapter, type Probe } from '@azureml-firewall/conformance';
import { by } from '@azureml-firewall/conformance';
import { folder, ownCases, textFile } from '@azureml-firewall/conformance/node';
import { paloAlto, parseSet, type Code, type PaloAltoOptions, type PanosModel } from '../src/index.js';
import { fqdnObjectCount, listCount, listEntries, nameLength } from '../src/limits.js';
import { entriesOfCandidate } from '../src/parse/candidate.js';
import { candidateOf } from '../src/parse/parse.js';
import { optionsSchema } from '../src/schema.js';
import { dangling, foreign } from './support/device.js';
import { firewall, type Session } from './support/firewall.js';
import { setLinesOf } from './support/read-xml.js';

type PaloAltoAdapter = Adapter<PanosModel, PaloAltoOptions, Code>;

const update = process.env['UPDATE_GOLDEN'] !== undefined;
const lists = { serviceTags: 'lists', listBaseUrl: 'https://lists.example.com' } as const;
const covered = { coveredBy: ['Storage'] };
const toTag = { sources: [{ kind: 'service-tag', tag: 'Storage' }] } as const;

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function prefixes(count: number): readonly string[] {
  return numbers(count).map((i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}/32`);
}

function toTags(...tags: readonly ServiceTag[]): Policy {
  return policy([rule('tags', tags, ['tcp/443'])]);
}

function one(destination: string, service: string, more: Parameters<typeof rule>[3] = {}): Policy {
  return policy([rule('a', [destination], [service], more)]);
}

const messages: PaloAltoAdapter['messages'] = {
  'palo-alto/covered-by-addresses': {
    policy: one('*.a.example', 'udp/1', { ...covered, covering: [tag('Storage', '192.0.2.0/24')] }),
  },
  'palo-alto/feed-refused': { policy: toTags(tag('Internet', '0.0.0.0/0')) },
  'palo-alto/inbound-needs-path': { policy: one('10.20.0.0/16', 'tcp/44224', { direction: 'inbound' }) },
  'palo-alto/ipv6-firewalling': { policy: one('2001:db8::/32', 'tcp/443') },
  'palo-alto/ipv6-left-out': { policy: one('2001:db8::/32', 'tcp/443'), options: { ipv6: false } },
  'palo-alto/limit-fqdn-objects': {
    policy: policy([
      rule(
        'hosts',
        numbers(2001).map((i) => `h${i}.example.com`),
        ['udp/1'],
      ),
    ]),
  },
  'palo-alto/limit-group-members': {
    policy: toTags(tag('Large', ...prefixes(12_000))),
    options: { groupMembers: 100 },
  },
  'palo-alto/limit-list-entries': { policy: toTags(tag('Large', ...prefixes(50_001))), options: lists },
  'palo-alto/limit-lists': {
    policy: toTags(...numbers(31).map((i) => tag(`Tag${i}`, `192.0.2.${i}/32`))),
    options: lists,
  },
  'palo-alto/lists-must-be-hosted': { policy: toTags(tag('Storage', '192.0.2.0/24')), options: lists },
  'palo-alto/lists-not-authenticated': { policy: toTags(tag('Storage', '192.0.2.0/24')), options: lists },
  'palo-alto/look-alikes-excluded': { policy: one('*pytorch.org', 'tcp/443') },
  'palo-alto/no-usable-source': { policy: one('a.example', 'tcp/443', toTag) },
  'palo-alto/path-may-reach-below': { policy: one('a.example/file', 'tcp/443'), options: { decryption: true } },
  'palo-alto/path-needs-decryption': { policy: one('a.example/a/*', 'tcp/443'), options: { decryption: true } },
  'palo-alto/path-widened-to-host': { policy: one('a.example/a/*', 'tcp/443') },
  'palo-alto/resolved-addresses': { policy: one('a.example', 'udp/5831') },
  'palo-alto/routes-not-included': { policy: { ...one('a.example', 'tcp/443'), routes: [route('batch')] } },
  'palo-alto/sources-dropped': {
    policy: one('a.example', 'tcp/443', { sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }, ...toTag.sources] }),
  },
  'palo-alto/strict-applications': { policy: one('a.example', 'tcp/443'), options: { applications: 'strict' } },
  'palo-alto/tag-needs-addresses': { policy: one('tag:Storage', 'tcp/443') },
  'palo-alto/tag-of-network': { policy: one('tag:VirtualNetwork', 'tcp/443') },
  'palo-alto/url-too-long': {
    policy: one(`*.${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`, 'tcp/443'),
  },
  'palo-alto/web-traffic-only': { policy: one('*.a.example', 'tcp/8787') },
  'palo-alto/wildcard-needs-addresses': { policy: one('*.a.example', 'udp/5831', covered) },
  'palo-alto/wildcard-needs-tag': { policy: policy([rule('share', ['*.a.example'], [by('tcp/445', 'smb')])]) },
};

const limits: PaloAltoAdapter['limits'] = [
  {
    name: 'characters of the name of a rule',
    limit: nameLength,
    trial: (count) => ({ policy: policy([rule('x'.repeat(count - 'aml-'.length), ['example.com'], ['tcp/443'])]) }),
    past: { keeps: ({ model }) => Math.max(...model.config.rules.map(({ name }) => name.length)) },
  },
  {
    name: 'FQDN objects',
    limit: fqdnObjectCount,
    trial: (count) => ({
      policy: policy([
        rule(
          'hosts',
          numbers(count).map((i) => `h${i}.example.com`),
          ['udp/1'],
        ),
      ]),
    }),
    past: { says: 'palo-alto/limit-fqdn-objects' },
  },
  {
    name: 'external dynamic lists',
    limit: listCount,
    trial: (count) => ({
      policy: toTags(...numbers(count).map((i) => tag(`Tag${i}`, `192.0.2.${i}/32`))),
      options: lists,
    }),
    past: { says: 'palo-alto/limit-lists' },
  },
  {
    name: 'lines of all lists',
    limit: listEntries,
    trial: (count) => ({ policy: toTags(tag('Large', ...prefixes(count))), options: lists }),
    past: { says: 'palo-alto/limit-list-entries' },
  },
];

const inClear = new Set([80, 8080]);

/** What App-ID makes of a connection: web traffic where a name is asked for over TCP, unencrypted on the ports of HTTP. */
function sessionOf(probe: Probe, { decryption }: PaloAltoOptions): Session {
  const isWeb = probe.protocol === 'tcp' && probe.host !== null && probe.port !== 445;
  const application = !isWeb ? 'other' : decryption || inClear.has(probe.port) ? 'web-browsing' : 'ssl';
  return { ...probe, application };
}

const adapter: PaloAltoAdapter = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  own: ownCases(new URL('golden/', import.meta.url), {
    policy: (value) => policySchema.parse(value),
    options: (value) => optionsSchema.parse(value),
    update,
  }),
  messages,
  page: textFile(new URL('../../../docs/diagnostics/palo-alto.md', import.meta.url), { update }),
  limits,
  variants: {
    'lists, decryption': { ...lists, decryption: true, ipv6: false, groupMembers: 100 },
    'Panorama, addresses': {
      mode: 'panorama',
      deviceGroup: 'Azure spokes',
      position: 'bottom',
      otherTcpWildcards: 'addresses',
      logSetting: 'default',
      profileGroup: 'Out bound',
    },
    'XML of a virtual system': { mode: 'vsys', vsys: 'vsys 2', dialect: 'xml', applications: 'strict' },
  },
  read: ({ artifacts, feeds, options, world }) => {
    const [artifact] = artifacts;
    const text = artifact?.text ?? '';
    const config = parseSet([artifact?.path.endsWith('.xml') ? setLinesOf(text, options) : text], options);
    if (!config.ok) throw new Error(`${config.refusal.found}: expected ${config.refusal.expected}`);
    const fetched = feeds
      .filter(({ path }) => path.startsWith('ip/'))
      .map(({ path, text: list }) => ({ name: path.slice(3, -4), prefixes: list.trimEnd().split('\n') }));
    const dns = Object.fromEntries(Object.entries(world.names).map(([name, [address = '']]) => [name, address]));
    const decide = firewall({ config: config.value, feeds: fetched, carriers: {} }, dns, options.decryption);
    return (probe) => decide(sessionOf(probe, options))?.action;
  },
  device: {
    apply: (texts, options) => {
      const commands = texts.map((text) => (text.startsWith('<') ? setLinesOf(text, options) : text));
      const candidate = candidateOf(commands, options);
      if (!candidate.ok) throw new Error(candidate.refusal.found);
      const missing = dangling(candidate.value);
      if (missing.length > 0) throw new Error(`nothing defines ${missing.join(', ')}`);
      const entries = entriesOfCandidate(candidate.value);
      return {
        rules: entries.filter(({ section }) => section === 'rules').map(({ name }) => name),
        objects: entries
          .map(({ section, name, fields }) => [
            `${section} ${name}`,
            fields.map(({ path, values }) => [path, values.toSorted()]),
          ])
          .toSorted(),
      };
    },
    foreign,
  },
  unsafe: /["\\?]/,
  // Where a rule stands is said from its neighbour.
  volatile: /: move /,
};

describe('conformance', { timeout: 120_000 }, () => {
  for (const { name, skip, run } of conformance(paloAlto, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});
