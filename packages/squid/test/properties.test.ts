/// <reference types="node" />
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, messageOf, type Rule } from '@azureml-firewall/rule-model';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { policies, rules } from '@azureml-firewall/conformance/random';
import { parseFiles, squid } from '../src/index.js';
import { configLine } from '../src/limits.js';
import { options } from './support/arbitraries.js';

/** A failing case is found again by this seed and the path that fast-check prints. */
const fixed = { seed: 20_260_319, numRuns: 250 };

/** Hundreds of policies on a busy machine. */
const patience = 120_000;

function textAt(artifacts: readonly Artifact[], path: string): string {
  return artifacts.find((artifact) => artifact.path === path)?.text ?? '';
}

describe('any policy', { timeout: patience }, () => {
  it('gets a verdict for each entry, and a text for each finding', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const { outcomes, diagnostics } = render(squid, given, chosen);
        expect(outcomes.map(({ entry }) => entry)).toEqual(entriesOf(given).map(({ id }) => id));
        for (const { code, data } of diagnostics)
          expect(messageOf(squid.messages[code], data)).not.toMatch(/[{}]|undefined|NaN/);
      }),
      fixed,
    );
  });

  it('has lines that squid reads whole: short, of one directive each, every condition defined once and used', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const { artifacts } = render(squid, given, chosen);
        for (const { text } of artifacts) for (const line of text.split('\n')) expect(line.length).toBeLessThan(8191);
        const lines = textAt(artifacts, 'squid.conf').split('\n');
        const directives = /^(#|acl|ssl_bump|http_access|https?_port|[a-z_]+) |^$/;
        for (const line of lines) {
          expect(line).toMatch(directives);
          if (!line.startsWith('# ')) expect(line).toMatch(/^[\x20-\x7e]*[^\\]$|^$/);
          else expect(line).not.toMatch(/\\/);
        }
        const defined = lines.flatMap((line) => /^acl (\S+) /.exec(line)?.[1] ?? []);
        const used = lines.flatMap((line) =>
          /^(?:ssl_bump|http_access) \S+ /.test(line)
            ? line
                .split(' ')
                .slice(2)
                .map((name) => name.replace('!', ''))
            : [],
        );
        expect(new Set(defined).size).toBe(defined.length);
        expect([...new Set(used)].filter((name) => name !== 'all').toSorted()).toEqual(defined.toSorted());
        for (const name of defined) expect(name.length).toBeLessThanOrEqual(62);
      }),
      fixed,
    );
  });

  it('has a list for each that is named, and none that is empty or not named', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const { artifacts } = render(squid, given, chosen);
        const directory = chosen.directory ?? squid.defaults.directory;
        const named = [...textAt(artifacts, 'squid.conf').matchAll(/^acl .*"(.*)"$/gm)].map(([, path = '']) => path);
        const lists = artifacts.filter(({ path }) => path.startsWith('lists/'));
        expect([...new Set(named)].toSorted()).toEqual(lists.map(({ path }) => `${directory}/${path}`).toSorted());
        for (const { text } of lists) expect(text).toMatch(/^([^\s#"]+\n)+$/);
      }),
      fixed,
    );
  });

  it('has no line so long that squid reads its end as another', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const lines = textAt(render(squid, given, chosen).artifacts, 'squid.conf').split('\n');
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(configLine.value);
      }),
      fixed,
    );
  });

  it('is read back as the model that was printed', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const { model, artifacts } = render(squid, given, chosen);
        const { carriers, ...printed } = model;
        expect(carriers.access).toHaveLength(model.config.access.length);
        if (artifacts.length > 0) expect(parseFiles(artifacts)).toEqual({ ok: true, value: printed });
      }),
      fixed,
    );
  });

  it('stands with each entry on a line of its own rule and action', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const { artifacts, outcomes } = render(squid, given, chosen);
        const lines = textAt(artifacts, 'squid.conf').split('\n');
        const entries = new Map(entriesOf(given).map((entry) => [entry.id, entry]));
        for (const { entry, artifact, lines: span } of outcomes) {
          if (!span) continue;
          expect(artifact).toBe('squid.conf');
          const actions = entries.get(entry)?.rule.action === 'allow' ? 'allow|splice|bump' : 'deny|terminate|bump';
          expect(lines[span[1] - 1]).toMatch(new RegExp(`^(http_access|ssl_bump) (${actions}) `));
        }
      }),
      fixed,
    );
  });

  it('becomes the same bytes each time', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const copy = JSON.parse(JSON.stringify(given)) as typeof given;
        expect(render(squid, copy, chosen)).toEqual(render(squid, given, chosen));
      }),
      { ...fixed, numRuns: 100 },
    );
  });
});

describe('one more requirement', { timeout: patience }, () => {
  const added = rule('added', ['added.example', '203.0.113.0/24'], ['tcp/9443']);

  it('adds its own lines and lists and changes no others', () => {
    fc.assert(
      fc.property(rules, fc.nat(6), (list: readonly Rule[], at) => {
        const chosen = { clients: ['10.0.0.0/8'] };
        const before = render(squid, policy(list), chosen).artifacts;
        const after = render(squid, policy(list.toSpliced(at, 0, added)), chosen).artifacts;
        for (const { path, text } of before) if (path.startsWith('lists/')) expect(textAt(after, path)).toBe(text);
        // A name before addresses may move their lines behind the look at TLS, below another comment.
        const lines = new Set(textAt(after, 'squid.conf').split('\n'));
        const lost = textAt(before, 'squid.conf')
          .split('\n')
          .filter((line) => !line.startsWith('#') && !lines.has(line));
        expect(lost).toEqual([]);
      }),
      fixed,
    );
  });
});

describe('what was not printed here', () => {
  const given = policy([rule('a', ['example.com', '192.0.2.0/24', '*.example.com'], ['tcp/443'])]);
  const { artifacts } = render(squid, given, { mode: 'intercept' });
  const lines = textAt(artifacts, 'squid.conf').split('\n');
  const others = [
    '',
    '# x',
    'http_access allow all',
    'acl x src all',
    'acl',
    'http_access permit all',
    'ssl_bump none',
    '\\',
  ];

  function changed(path: string, text: string): readonly Artifact[] {
    return artifacts.map((artifact) => (artifact.path === path ? { ...artifact, text } : artifact));
  }

  it('is refused with its line, unless it is what would be printed for it', () => {
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.constantFrom(...others), (at, line) => {
        const files = changed('squid.conf', lines.toSpliced(at, 1, line).join('\n'));
        const parsed = parseFiles(files);
        if (!parsed.ok) expect(parsed.refusal.code).toMatch(/^squid\/(line|not-ours)$/);
        else {
          const printed = squid.print(
            { ...parsed.value, carriers: { access: [], tls: [], lists: [] } },
            { ...given, policy: given, options: squid.defaults },
          );
          expect(printed.map(({ text }) => text).toSorted()).toEqual(files.map(({ text }) => text).toSorted());
        }
      }),
      fixed,
    );
  });

  it('is refused where a file is missing, or says something else', () => {
    for (const { path } of artifacts.filter((artifact) => artifact.path !== 'fence.nft')) {
      expect(parseFiles(artifacts.filter((artifact) => artifact.path !== path)).ok, path).toBe(false);
      if (!path.startsWith('lists/')) expect(parseFiles(changed(path, '#!/bin/sh\n')).ok, path).toBe(false);
    }
    expect(parseFiles([...artifacts, { path: 'more.conf', text: 'x\n' }]).ok).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...lines)), (text) => {
        expect(parseFiles([{ path: 'squid.conf', text }]).ok).toBe(false);
      }),
      fixed,
    );
  });
});
