import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { iptables, nftables, type LinuxOptions } from '../src/index.js';
import { reservedWords } from '../src/reserved-words.js';
import { iptablesOptionsSchema, nftablesOptionsSchema } from '../src/schema.js';
import { inNamespace, lacking } from './support/namespace.js';

const missing = lacking();
const one = policy([rule('one', ['example.com'], ['tcp/443'])]);

const refused: readonly (readonly [path: string, options: object])[] = [
  ['mode', { mode: 'router' }],
  ['prefix', { prefix: '' }],
  ['prefix', { prefix: 'AML' }],
  ['prefix', { prefix: 'a-b' }],
  ['prefix', { prefix: 'toolongname' }],
  ['prefix', { prefix: 'log' }],
  ['prefix', { prefix: 'x; id' }],
  ['subnets', { subnets: ['10.20.0.0'] }],
  ['subnets', { subnets: ['10.20.0.1/16'] }],
  ['subnets', { subnets: ['corp.example'] }],
  ['names', { names: 'all' }],
  ['upstreams', { upstreams: [] }],
  ['upstreams', { upstreams: ['resolver.example'] }],
  ['upstreams', { upstreams: ['10.0.0.4/32'] }],
  ['upstreams', { upstreams: ['10.0.0.4#0'] }],
  ['upstreams', { upstreams: ['10.0.0.4#53#53'] }],
  ['upstreams', { upstreams: ['10.0.0.4\nserver=8.8.8.8'] }],
  ['otherNames', { otherNames: 'all' }],
  ['dnsUid', { dnsUid: 'dns masq' }],
  ['dnsUid', { dnsUid: '"' }],
  ['logPrefix', { logPrefix: 'x'.repeat(23) }],
  ['logPrefix', { logPrefix: 'a "b' }],
  ['logPerMinute', { logPerMinute: -1 }],
  ['maxLearnt', { maxLearnt: 63 }],
  ['learntSeconds', { learntSeconds: 299 }],
  ['learntSeconds', { learntSeconds: 2_147_484 }],
  ['unknown', { unknown: true }],
];

describe('options', () => {
  it.each(refused)('%s is refused in %o', (path, options) => {
    for (const schema of [iptablesOptionsSchema, nftablesOptionsSchema]) {
      const { success, error } = schema.safeParse(options);
      expect(success).toBe(false);
      expect(JSON.stringify(error?.issues)).toContain(path);
    }
    if (path === 'unknown') return;
    for (const target of [iptables, nftables])
      expect(() => render(target, one, options as Partial<LinuxOptions>)).toThrow(path);
  });

  it('hold as they are by default', () => {
    expect(iptablesOptionsSchema.parse({})).toEqual({});
    expect(render(nftables, one).artifacts).toHaveLength(5);
  });

  it('take resolvers of both families at any port', () => {
    const upstreams = ['10.0.0.4', '2001:db8::53#5353'];
    const conf = render(iptables, one, { upstreams }).artifacts.find(({ path }) => path === 'dnsmasq.conf')?.text;
    for (const upstream of upstreams) expect(conf).toContain(`server=/example.com/${upstream}\n`);
  });
});

describe('a prefix', () => {
  const words = ['aml', 'ws1', 'out', 'in', 'forward', 'output', 'input', 'filter', 'hook0', 'z'];

  if (missing !== undefined) it.skip(`is not tried as the name of a table: ${missing}`, () => undefined);

  it.skipIf(missing !== undefined)(
    'is refused exactly where nftables has the word reserved',
    { timeout: 60_000 },
    () => {
      const later = new Set(['destroy', 'geneve', 'gre', 'gretap', 'last', 'vxlan']);
      const all = [...reservedWords, ...words].filter((word) => !later.has(word));
      const script = `for w in ${all.join(' ')}; do nft add table inet $w 2>/dev/null && echo $w; done; true`;
      const { parts } = inNamespace([], `part taken\n${script}`);
      expect(parts['taken']?.trim().split('\n')).toEqual(words.filter((word) => !reservedWords.has(word)));
    },
  );
});
