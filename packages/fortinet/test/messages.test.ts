import { describe, expect, it } from 'vitest';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { fortinet, type Code, type FortinetOptions } from '../src/index.js';
import { policy, route, rule, tag } from './support/policies.js';

type Case = readonly [policy: Policy, options?: Partial<FortinetOptions>];

const aml = tag('AzureMachineLearning', '13.66.0.0/24', '2603:1030::/48');
const covered = { coveredBy: ['AzureMachineLearning'], covering: [aml] };
const feeds = { serviceTags: 'feeds', feedUrl: 'https://lists.example.com' } as const;
const path = policy([rule('path', ['example.com/a/*'], ['tcp/443']), rule('also', ['example.com/b/*'], ['tcp/443'])]);
const unresolved = { sources: [{ kind: 'service-tag', tag: 'Storage' }] } as const;

function manyTags(count: number): Policy {
  const tags = Array.from({ length: count }, (_, i) => tag(`Tag${i}`, '192.0.2.0/24'));
  return policy([rule('tags', tags, ['tcp/443'])]);
}

/** One policy for each thing that the renderer says; the type asks for all of them. */
const cases: Readonly<Record<Code, Case>> = {
  'fortinet/covered-by-tag': [
    policy([rule('tundra', ['*.tundra.azureml.ms'], ['udp/5831'], covered)]),
    { wildcards: 'covering' },
  ],
  'fortinet/feed-over-limit': [manyTags(257), feeds],
  'fortinet/inbound-path': [policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })])],
  'fortinet/ipv6-left-out': [policy([rule('tag', [aml], ['tcp/443'])])],
  'fortinet/learnt-addresses': [policy([rule('host', ['*.azureml.ms'], ['tcp/443'])])],
  'fortinet/limit-table': [manyTags(11), { groupLimit: 10 }],
  'fortinet/no-common-family': [policy([rule('six', ['2001:db8::/32'], ['tcp/443'])])],
  'fortinet/no-usable-source': [policy([rule('tag', ['example.com'], ['tcp/443'], unresolved)])],
  'fortinet/not-fed': [policy([rule('wide', [tag('Internet', '0.0.0.0/0')], ['tcp/443'])]), feeds],
  'fortinet/path-by-web-filter': [path, { deepInspection: true }],
  'fortinet/path-widened-to-host': [path],
  'fortinet/resolved-addresses': [policy([rule('host', ['example.com'], ['tcp/443'])])],
  'fortinet/routes-not-included': [policy([rule('host', ['example.com'], ['tcp/443'])], { routes: [route] })],
  'fortinet/sources-dropped': [
    policy([
      rule('some', ['192.0.2.0/24'], ['tcp/443'], {
        sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }, ...unresolved.sources],
      }),
    ]),
  ],
  'fortinet/suffix-as-pair': [policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])])],
  'fortinet/tag-addresses-dated': [policy([rule('tag', [aml], ['tcp/443'])])],
  'fortinet/tag-unresolved': [policy([rule('tag', ['tag:Storage'], ['tcp/443'])])],
  'fortinet/web-filter-first': [path, { deepInspection: true }],
  'fortinet/wildcard-needs-tag': [policy([rule('host', ['*.azureml.ms'], ['tcp/443'])]), { wildcards: 'covering' }],
};

describe('messages', () => {
  it.each(Object.entries(cases))('%s is said, with every fact filled in', (code, [given, options]) => {
    const said = render(fortinet, given, options).diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(said).not.toHaveLength(0);
    for (const { data } of said)
      expect(messageOf(fortinet.messages[code as Code], data)).not.toMatch(/[{}]|undefined|NaN/);
  });

  it('have a text for each code and a case for each text', () => {
    expect(Object.keys(fortinet.messages).toSorted()).toEqual(Object.keys(cases).toSorted());
  });
});
