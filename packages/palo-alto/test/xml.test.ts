import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policies } from '@azureml-firewall/conformance/random';
import { paloAlto, parseSet } from '../src/index.js';
import { options } from './support/arbitraries.js';
import { setLinesOf } from './support/read-xml.js';

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
