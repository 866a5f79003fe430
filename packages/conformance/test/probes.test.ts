import { describe, expect, it } from 'vitest';
import { entriesOf, evaluate } from '@azureml-firewall/rule-model';
import { decideBy, fixtures, policy, rule, tag } from '../src/index.js';
import { addressIn, edgesOf } from '../src/probes/address.js';
import { alone, asks } from '../src/probes/oracle.js';
import { probesOf } from '../src/probes/probes.js';
import { neighbour, worldOf } from '../src/probes/world.js';

describe('addresses', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['192.0.2.0/24', ['192.0.2.0', '192.0.2.255'], ['192.0.1.255', '192.0.3.0']],
    ['192.0.2.77/32', ['192.0.2.77'], ['192.0.2.76', '192.0.2.78']],
    ['0.0.0.0/0', ['0.0.0.0', '255.255.255.255'], []],
    ['2001:db8::/127', ['2001:db8::', '2001:db8::1'], ['2001:db7:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db8::2']],
    ['::/0', ['::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'], []],
  ])('at the edges of %s', (prefix, inside, outside) => {
    expect(edgesOf(prefix)).toEqual({ inside, outside });
  });

  it('within a prefix, from its start again when it has not so many', () => {
    expect(addressIn('192.0.2.0/30', 3)).toBe('192.0.2.3');
    expect(addressIn('192.0.2.0/30', 5)).toBe('192.0.2.1');
    expect(addressIn('2001:db8::/48', 255)).toBe('2001:db8::ff');
  });
});

describe('a world', () => {
  const storage = tag('Storage', '192.0.2.0/28');
  const given = policy([
    rule('covered', ['*.example.com'], ['udp/1'], { coveredBy: ['Storage'], covering: [storage] }),
    rule('free', ['example.com'], ['tcp/443'], { sources: [{ kind: 'service-tag', tag: 'Batch' }] }),
  ]);
  const { names, tags } = worldOf(given);

  it('has hosts that a tag covers at the addresses of the tag, and others elsewhere', () => {
    expect(names['a.example.com']?.[0]).toMatch(/^192\.0\.2\.([0-9]|1[0-5])$/);
    expect(names['example.com']?.[0]).toMatch(/^198\.19\./);
  });

  it('has a neighbour at every address, and addresses for each tag', () => {
    expect(names[neighbour]).toEqual(expect.arrayContaining([...(names['example.com'] ?? [])]));
    expect(tags['Storage']).toEqual(['192.0.2.0/28']);
    expect(tags['Batch']).toHaveLength(2);
  });
});

describe('probes', () => {
  it.each(fixtures.filter(({ policy: given }) => entriesOf(given).length > 0))(
    'of $id meet what is asked, and what is not, of every entry that connections can meet',
    ({ id, policy: given }) => {
      for (const entry of entriesOf(given)) {
        const world = worldOf(alone(entry, given));
        const isAsked = asks(entry, given, world);
        const answers = probesOf(entry, world, {}).map(isAsked);
        // An IPv6 prefix that no source can reach is asked for by nothing.
        const canBe =
          !(id === 'prefix-without-source' && entry.rule.id === 'six') &&
          !(entry.id.includes('::/0') && id !== 'everywhere');
        expect(answers.includes(true), entry.id).toBe(canBe);
        expect(answers, entry.id).toContain(false);
      }
    },
  );
});

describe('decideBy', () => {
  it('answers with the action of the rule that matches, and with nothing where none does', () => {
    const given = policy([
      rule('no', ['192.0.2.0/25'], ['tcp/443'], { action: 'deny' }),
      rule('net', ['192.0.2.0/24'], ['tcp/443']),
    ]);
    const at = (address: string) =>
      ({
        direction: 'outbound',
        source: '10.20.0.1',
        host: null,
        address,
        protocol: 'tcp',
        port: 443,
        path: null,
      }) as const;
    const decide = decideBy(given);
    expect(decide(at('192.0.2.1'))).toBe('deny');
    expect(decide(at('192.0.2.200'))).toBe('allow');
    expect(decide(at('198.51.100.1'))).toBeUndefined();
    expect(evaluate(given, at('198.51.100.1')).action).toBe('deny');
  });
});
