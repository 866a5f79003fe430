import { describe, expect, it } from 'vitest';
import type { Rule } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureFirewall } from '../src/index.js';

const deny = { action: 'deny' } as const;
const denyHost = rule('deny-host', ['example.com'], ['tcp/443'], deny);
const allowTag = rule('allow-tag', ['tag:Storage'], ['tcp/443']);

function outcomesOf(...rules: readonly Rule[]): Readonly<Record<string, string>> {
  const { outcomes } = render(azureFirewall, policy(rules));
  return Object.fromEntries(outcomes.map(({ rule: id, outcome }) => [id, outcome]));
}

describe('network rules before application rules', () => {
  it('cut a deny by host that the policy has before an allow by address', () => {
    expect(outcomesOf(denyHost, allowTag)).toEqual({ 'deny-host': 'narrowed', 'allow-tag': 'exact' });
  });

  it('agree with a policy that has the allow by address first', () => {
    expect(outcomesOf(allowTag, denyHost)).toEqual({ 'deny-host': 'exact', 'allow-tag': 'exact' });
  });

  it('cut a deny by host after an allow that had to be widened to addresses', () => {
    const widened = rule('share', ['*.example.com'], ['tcp/443-1000'], { coveredBy: ['Storage'] });
    expect(outcomesOf(widened, denyHost)).toEqual({ share: 'widened', 'deny-host': 'narrowed' });
  });

  it('cut an allow by host that the policy has before a deny by address', () => {
    const allowHost = rule('allow-host', ['example.com'], ['tcp/443']);
    const denyNet = rule('deny-net', ['192.0.2.0/24'], ['tcp/1-1024'], deny);
    expect(outcomesOf(allowHost, denyNet)).toEqual({ 'allow-host': 'narrowed', 'deny-net': 'exact' });
    expect(outcomesOf(denyNet, allowHost)).toEqual({ 'allow-host': 'exact', 'deny-net': 'exact' });
  });

  it('make only an overlap of what is wider already', () => {
    const path = rule('deny-path', ['example.com/path'], ['tcp/443'], deny);
    expect(outcomesOf(path, allowTag)['deny-path']).toBe('approximated');
  });

  it.each<[string, Rule]>([
    ['another port', rule('allow', ['tag:Storage'], ['tcp/445'])],
    ['another protocol', rule('allow', ['tag:Storage'], ['udp/443'])],
    [
      'other sources',
      rule('allow', ['tag:Storage'], ['tcp/443'], { sources: [{ kind: 'cidr', prefix: '10.21.0.0/16' }] }),
    ],
  ])('leave what uses %s', (_, allow) => {
    expect(outcomesOf(denyHost, allow)['deny-host']).toBe('exact');
  });

  it.each<[string, Rule['sources']]>([
    ['any source', [{ kind: 'any' }]],
    ['a part of the sources', [{ kind: 'cidr', prefix: '10.20.255.255/32' }]],
    ['a network around the sources', [{ kind: 'cidr', prefix: '0.0.0.0/0' }]],
  ])('cut for %s', (_, sources) => {
    expect(outcomesOf(denyHost, { ...allowTag, sources })['deny-host']).toBe('narrowed');
  });
});
