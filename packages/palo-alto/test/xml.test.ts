import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policies } from '@azureml-firewall/conformance/random';
import { paloAlto, parseSet } from '../src/index.js';
import { options } from './support/arbitraries.js';
import { setLinesOf } from './support/read-xml.js';

/** Elements that stand twice beside each other; entries by their name, members are as many as they like. */
function twice(text: string): readonly string[] {
  const found: string[] = [];
  const open: Set<string>[] = [new Set()];
  for (const line of text
    .trimEnd()
    .split('\n')
    .map((one) => one.trim())) {
    if (line.startsWith('</')) {
      open.pop();
      continue;
    }
    const [, tag = ''] = /^<([^>]+?)\/?>/.exec(line) ?? [];
    const beside = open.at(-1);
    if (tag !== 'member' && beside?.has(tag)) found.push(tag);
    beside?.add(tag);
    if (!line.includes('</') && !line.endsWith('/>')) open.push(new Set());
  }
  return found;
}

describe('XML', { timeout: 120_000 }, () => {
  it('says the same as the set commands, whatever the texts hold', () => {
    fc.assert(
      fc.property(policies, options, (given, drawn) => {
        const chosen = { ...drawn, dialect: 'xml' } as const;
        const { artifacts, model } = render(paloAlto, given, chosen);
        const text = artifacts[0]?.text ?? '';
        if (text === '') return;
        expect(parseSet([setLinesOf(text, chosen)], chosen)).toEqual({ ok: true, value: model.config });
      }),
      { seed: 20_260_319, numRuns: 400 },
    );
  });

  it('holds each element of an entry once: of several that are alike only one would be loaded', () => {
    fc.assert(
      fc.property(policies, options, (given, drawn) => {
        const text = render(paloAlto, given, { ...drawn, dialect: 'xml' }).artifacts[0]?.text ?? '';
        expect(twice(text)).toEqual([]);
      }),
      { seed: 20_260_319, numRuns: 200 },
    );
  });

  it('carries each entry on the lines of its rule', () => {
    fc.assert(
      fc.property(policies, options, (given, drawn) => {
        const { artifacts, outcomes, model } = render(paloAlto, given, { ...drawn, dialect: 'xml' });
        const lines = artifacts[0]?.text.split('\n') ?? [];
        for (const { entry, lines: span } of outcomes) {
          if (!span) continue;
          const name = /<entry name="([^"]+)">/.exec(lines[span[0] - 1] ?? '')?.[1] ?? '';
          expect(model.carriers[name]).toContain(entry);
          expect(lines[span[1] - 1]).toMatch(/^ *<\/entry>$/);
        }
      }),
      { seed: 20_260_319, numRuns: 200 },
    );
  });

  it('comes with the commands that move the rules, unless they may stay at the bottom', () => {
    fc.assert(
      fc.property(policies, options, (given, drawn) => {
        const paths = (dialect: 'xml' | 'both' | 'set'): readonly string[] =>
          render(paloAlto, given, { ...drawn, dialect }).artifacts.map(({ path }) => path);
        const isEmpty = paths('set').length === 0;
        expect(paths('both')).toEqual(isEmpty ? [] : ['config.set', 'config.xml']);
        expect(paths('xml')).toEqual(
          isEmpty ? [] : drawn.position === 'bottom' ? ['config.xml'] : ['config.xml', 'move.set'],
        );
      }),
      { seed: 20_260_319, numRuns: 100 },
    );
  });
});
