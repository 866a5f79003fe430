import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { fortinet } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';
import { renderText } from './support/render.js';

const one = policy([rule('one', ['example.com'], ['tcp/443'])]);

const refused: readonly (readonly [path: string, options: object])[] = [
  ['version', { version: '7.0' }],
  ['vdom', { vdom: 'a b' }],
  ['vdom', { vdom: 'x\nend' }],
  ['prefix', { prefix: '' }],
  ['prefix', { prefix: 'g-aml' }],
  ['prefix', { prefix: 'much-too-long-' }],
  ['insideInterface', { insideInterface: 'port2" "any' }],
  ['outsideInterface', { outsideInterface: 'x'.repeat(36) }],
  ['nat', { nat: true }],
  ['log', { log: 'none' }],
  ['ipv6', { ipv6: 'yes' }],
  ['wildcards', { wildcards: 'all' }],
  ['feedUrl', { serviceTags: 'feeds' }],
  ['feedUrl', { feedUrl: 'http://lists.example.com' }],
  ['feedUrl', { feedUrl: 'https://lists.example.com/"x' }],
  ['feedUrl', { feedUrl: 'https://lists.example.com/' }],
  ['feedUrl', { feedUrl: 'https://user@lists.example.com' }],
  ['feedRefreshMinutes', { feedRefreshMinutes: 0 }],
  ['feedRefreshMinutes', { feedRefreshMinutes: 43_201 }],
  ['sslProfile', { sslProfile: 'deep inspection' }],
  ['policyIdFrom', { policyIdFrom: 0 }],
  ['policyIdTo', { policyIdFrom: 5000, policyIdTo: 5500 }],
  ['moveBefore', { moveBefore: 1.5 }],
  ['membersPerGroup', { membersPerGroup: 9 }],
  ['addressLimit', { addressLimit: -1 }],
  ['unknown', { unknown: true }],
];

describe('options', () => {
  it.each(refused)('%s is refused in %o', (path, options) => {
    const { success, error } = optionsSchema.safeParse(options);
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).toContain(path);
    if (path !== 'unknown') expect(() => render(fortinet, one, options)).toThrow(path);
  });

  it('hold as they are by default, and in a range that hyperscale devices take', () => {
    expect(optionsSchema.parse({})).toEqual({});
    const text = renderText(one, { policyIdFrom: 10_000, policyIdTo: 15_000 });
    expect(Number(/config firewall policy\n {4}edit ([0-9]+)/.exec(text)?.[1])).toBeLessThanOrEqual(15_000);
  });

  it('take a feed at a port and below a path', () => {
    expect(optionsSchema.safeParse({ feedUrl: 'https://lists.example.com:8443/a/b' }).success).toBe(true);
  });
});
