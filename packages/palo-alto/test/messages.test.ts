import { describe, expect, it } from 'vitest';
import { messageOf, type Policy, type ServiceTag } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { paloAlto, type Code, type PaloAltoOptions } from '../src/index.js';
import { by, policy, route, rule } from './support/policies.js';

type Case = readonly [policy: Policy, options?: Partial<PaloAltoOptions>];

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function tag(name: string, prefixes: readonly string[]): ServiceTag {
  return { kind: 'service-tag', tag: name, resolved: { document: 'week 1', prefixes } };
}

function toTags(...tags: readonly ServiceTag[]): Policy {
  return policy([rule('tags', [], ['tcp/443'], { destinations: tags })]);
}

function prefixes(count: number): readonly string[] {
  return numbers(count).map((i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}/32`);
}

const lists = { serviceTags: 'lists', listBaseUrl: 'https://lists.example.com' } as const;
const covered = { coveredBy: ['Storage'] };

/** One policy for each thing that the renderer says; the type asks for all of them. */
const cases: Readonly<Record<Code, Case>> = {
  'palo-alto/covered-by-addresses': [
    policy([rule('a', ['*.a.example'], ['udp/1'], { ...covered, covering: [tag('Storage', ['192.0.2.0/24'])] })]),
  ],
  'palo-alto/feed-refused': [toTags(tag('Internet', ['0.0.0.0/0']))],
  'palo-alto/inbound-needs-path': [policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })])],
  'palo-alto/ipv6-firewalling': [policy([rule('six', ['2001:db8::/32'], ['tcp/443'])])],
  'palo-alto/ipv6-left-out': [policy([rule('six', ['2001:db8::/32'], ['tcp/443'])]), { ipv6: false }],
  'palo-alto/limit-fqdn-objects': [
    policy([
      rule(
        'hosts',
        numbers(2001).map((i) => `h${i}.example.com`),
        ['udp/1'],
      ),
    ]),
  ],
  'palo-alto/limit-group-members': [toTags(tag('Large', prefixes(12_000))), { groupMembers: 100 }],
  'palo-alto/limit-list-entries': [toTags(tag('Large', prefixes(50_001))), lists],
  'palo-alto/limit-lists': [toTags(...numbers(31).map((i) => tag(`Tag${i}`, [`192.0.2.${i}/32`]))), lists],
  'palo-alto/lists-must-be-hosted': [toTags(tag('Storage', ['192.0.2.0/24'])), lists],
  'palo-alto/look-alikes-excluded': [policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])])],
  'palo-alto/no-usable-source': [
    policy([rule('a', ['a.example'], ['tcp/443'], { sources: [{ kind: 'service-tag', tag: 'Storage' }] })]),
  ],
  'palo-alto/path-may-reach-below': [policy([rule('path', ['a.example/file'], ['tcp/443'])]), { decryption: true }],
  'palo-alto/path-needs-decryption': [policy([rule('path', ['a.example/a/*'], ['tcp/443'])]), { decryption: true }],
  'palo-alto/path-widened-to-host': [policy([rule('path', ['a.example/a/*'], ['tcp/443'])])],
  'palo-alto/resolved-addresses': [policy([rule('tundra', ['a.example'], ['udp/5831'])])],
  'palo-alto/routes-not-included': [policy([rule('a', ['a.example'], ['tcp/443'])], { routes: [route] })],
  'palo-alto/sources-dropped': [
    policy([
      rule('a', ['a.example'], ['tcp/443'], {
        sources: [
          { kind: 'cidr', prefix: '10.0.0.0/8' },
          { kind: 'service-tag', tag: 'Storage' },
        ],
      }),
    ]),
  ],
  'palo-alto/strict-applications': [policy([rule('a', ['a.example'], ['tcp/443'])]), { applications: 'strict' }],
  'palo-alto/tag-needs-addresses': [policy([rule('a', ['tag:Storage'], ['tcp/443'])])],
  'palo-alto/tag-of-network': [policy([rule('a', ['tag:VirtualNetwork'], ['tcp/443'])])],
  'palo-alto/url-too-long': [
    policy([rule('a', [`*.${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`], ['tcp/443'])]),
  ],
  'palo-alto/web-traffic-only': [policy([rule('rstudio', ['*.a.example'], ['tcp/8787'])])],
  'palo-alto/wildcard-needs-addresses': [policy([rule('a', ['*.a.example'], ['udp/5831'], covered)])],
  'palo-alto/wildcard-needs-tag': [policy([rule('share', ['*.a.example'], [], { services: [by('tcp/445', 'smb')] })])],
};

describe('messages', { timeout: 30_000 }, () => {
  it.each(Object.entries(cases))('%s is said, with every fact filled in', (code, [given, options]) => {
    const said = render(paloAlto, given, options).diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(said).not.toHaveLength(0);
    for (const { data } of said)
      expect(messageOf(paloAlto.messages[code as Code], data)).not.toMatch(/[{}]|undefined|NaN/);
  });

  it('have a text for each code and a case for each text', () => {
    expect(Object.keys(paloAlto.messages).toSorted()).toEqual(Object.keys(cases).toSorted());
  });
});
