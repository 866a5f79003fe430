import { describe, expect, it } from 'vitest';
import { guardFeeds, modelOf, render } from '@azureml-firewall/renderer-kit';
import { policy, rule, tag } from '@azureml-firewall/conformance';
import { feedFaults, fortinet } from '../src/index.js';
import { listsOf } from './support/render.js';

const feeds = { serviceTags: 'feeds', feedUrl: 'https://lists.example.com/firewall' } as const;
const storage = policy([rule('storage', [tag('Storage', '192.0.2.0/24', '2001:db8::/48')], ['tcp/443'])]);

describe('feeds', () => {
  it('hold one prefix on each line, of both families, whether or not policies follow them', () => {
    expect(listsOf(storage, feeds)).toEqual({ 'aml-feed-Storage': ['192.0.2.0/24', '2001:db8::/48'] });
    expect(listsOf(storage)).toEqual(listsOf(storage, feeds));
  });

  it('are followed at the address that the options give', () => {
    expect(render(fortinet, storage, feeds).model.config.externalResources).toEqual([
      {
        name: 'aml-feed-Storage',
        url: 'https://lists.example.com/firewall/aml-feed-Storage.txt',
        refreshMinutes: 60,
        checksIdentity: true,
      },
    ]);
    const older = render(fortinet, storage, { ...feeds, version: '7.2' });
    expect(older.artifacts[0]?.text).not.toContain('server-identity-check');
  });

  it('refuse every line that is not one prefix, and those that would open the network', () => {
    const bad = [
      '',
      '0.0.0.0/0',
      '::/0',
      '10.0.0.0/7',
      '2000::/3',
      '192.0.2.1',
      '192.0.2.1/24',
      'x.example',
      '# x',
      ' 192.0.2.0/24',
    ];
    expect(feedFaults([...bad, '192.0.2.0/24', '2603:1030::/32'])).toEqual(bad);
  });

  it('are not made of a tag that holds such a prefix; it becomes address objects', () => {
    const wide = policy([rule('own', [tag('VirtualNetwork', '0.0.0.0/0')], ['tcp/443'])]);
    const { model, diagnostics } = render(fortinet, wide, feeds);
    expect(listsOf(wide, feeds)).toEqual({});
    expect(model.config.externalResources).toEqual([]);
    expect(model.config.groups.map(({ name }) => name)).toEqual(['aml-tag-VirtualNetwork']);
    expect(diagnostics.map(({ code }) => code)).toContain('fortinet/not-fed');
  });

  it('throw for a model that was changed to hold such a line, or none', () => {
    const model = modelOf(fortinet, storage, feeds);
    const context = { ...storage, policy: storage, options: { ...fortinet.defaults, ...feeds } };
    for (const prefixes of [[], ['0.0.0.0/0'], ['192.0.2.0/24\nx']])
      expect(() => fortinet.feeds?.({ ...model, feeds: [{ name: 'x', prefixes }] }, context)).toThrow('refused');
  });

  it('are reported by the guard of all vendors when they shrink', () => {
    const file = (lines: number): { path: string; text: string; spans: [] } => ({
      path: 'aml-feed-Storage.txt',
      text: '192.0.2.0/24\n'.repeat(lines),
      spans: [],
    });
    expect(guardFeeds([file(10)], [file(4)])).toHaveLength(1);
    expect(guardFeeds([file(10)], [file(9)])).toEqual([]);
  });
});
