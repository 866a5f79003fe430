import { describe, expect, it } from 'vitest';
import { guardFeeds, modelOf, renderUndo, renderUpdate, type Artifact } from '@azureml-firewall/renderer-kit';
import type { Policy } from '@azureml-firewall/rule-model';
import { policy, rule, tag } from '@azureml-firewall/conformance';
import { squid } from '../src/index.js';

const base = rule('base', ['a.example'], ['tcp/443']);

function tagged(...prefixes: readonly string[]): Policy {
  return policy([base, rule('tag', [tag('Storage', ...prefixes)], ['tcp/443'])]);
}

function feedsOf(given: Policy): readonly Artifact[] {
  const context = { ...given, policy: given, options: squid.defaults };
  return squid.feeds?.(modelOf(squid, given), context) ?? [];
}

describe('an update', () => {
  it('is the lists alone where only addresses or hosts have changed', () => {
    const changed = renderUpdate(squid, tagged('192.0.2.0/24'), tagged('192.0.2.0/24', '198.51.100.0/24'));
    expect(changed.map(({ path, text }) => [path, text])).toEqual([
      ['update/lists/tag-Storage.txt', '192.0.2.0/24\n198.51.100.0/24\n'],
    ]);
    const hosts = policy([rule('base', ['a.example', 'b.example'], ['tcp/443'])]);
    expect(renderUpdate(squid, policy([base]), hosts).map(({ path }) => path)).toEqual(['update/lists/base_exact.txt']);
  });

  it('is the configuration with the lists that are new, and nothing when nothing changes', () => {
    const paths = renderUpdate(squid, policy([base]), tagged('192.0.2.0/24')).map(({ path }) => path);
    expect(paths).toEqual(['update/squid.conf', 'update/lists/tag-Storage.txt']);
    expect(renderUpdate(squid, policy([base]), policy([base]))).toEqual([]);
  });
});

describe('an undo', () => {
  it('removes the tables of the packet filter, whether or not they are there', () => {
    const [undo, ...others] = renderUndo(squid, policy([base]), { mode: 'intercept' });
    expect(others).toEqual([]);
    expect(undo?.text.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
      'table inet aml_squid',
      'delete table inet aml_squid',
      'table inet aml_squid_fence',
      'delete table inet aml_squid_fence',
      '',
    ]);
  });

  it('is nothing where nothing was printed for it', () => {
    expect(renderUndo(squid, policy([]))).toEqual([]);
  });
});

describe('feeds', () => {
  it('are the lists of hosts and addresses, one value on each line', () => {
    const given = policy([base, rule('more', ['*.b.example', '*c.example', '192.0.2.0/24'], ['tcp/443'])]);
    expect(Object.fromEntries(feedsOf(given).map(({ path, text }) => [path, text]))).toEqual({
      'lists/base_exact.txt': 'a.example\n',
      'lists/more_addresses.txt': '192.0.2.0/24\n',
      'lists/more_apex.txt': 'b.example\n',
      'lists/more_below.txt': '.b.example\n',
      'lists/more_ending.txt': 'c\\.example$\n',
    });
  });

  it('throw for a model that was changed to hold no line, or one that is no value', () => {
    const given = policy([base]);
    const model = modelOf(squid, given);
    const context = { ...given, policy: given, options: squid.defaults };
    for (const values of [[], ['a.example\nhttp_access allow all'], ['0.0.0.0'], ['# x'], ['"/etc/passwd"'], ['.*']]) {
      const lists = model.config.lists.map((list) => ({ ...list, values }));
      expect(() => squid.feeds?.({ ...model, config: { ...model.config, lists } }, context)).toThrow('refused');
    }
  });

  it('are reported by the guard of all vendors when they shrink', () => {
    const [before, after] = [tagged('192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'), tagged('192.0.2.0/24')];
    expect(guardFeeds(feedsOf(before), feedsOf(after))).toEqual([
      { path: 'lists/tag-Storage.txt', before: 3, after: 1 },
    ]);
  });
});
