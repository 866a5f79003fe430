import type { OutcomeRecord } from '@azureml-firewall/renderer-kit';
import { describe, expect, it } from 'vitest';
import { exclusionText } from '../src/output/exclusion-text.js';
import { findingsText } from '../src/output/findings.js';
import { paintFor } from '../src/output/paint.js';
import { excerpt, printable } from '../src/output/printable.js';
import { summaryTable } from '../src/output/summary-table.js';
import { table } from '../src/output/table.js';

const terminal = { write: () => undefined, isTTY: true, columns: 40 };
const plain = paintFor({ write: () => undefined }, {});
const coloured = paintFor(terminal, {});

describe('paintFor', () => {
  it('colours a terminal only, and not against NO_COLOR or on a dumb one', () => {
    expect(coloured.red('x')).toBe('\u001b[31mx\u001b[39m');
    expect(plain.red('x')).toBe('x');
    expect(paintFor(terminal, { NO_COLOR: '1' }).red('x')).toBe('x');
    expect(paintFor(terminal, { NO_COLOR: '' }).red('x')).not.toBe('x');
    expect(paintFor(terminal, { TERM: 'dumb' }).red('x')).toBe('x');
  });
});

describe('table', () => {
  const columns = [{ title: 'name' }, { title: 'where', clips: true }, { title: 'n' }];
  const rows = [
    [{ text: 'a' }, { text: 'some-rather-long-host-name.example.org' }, { text: '1' }],
    [{ text: 'bcdef', paint: plain.red }, { text: 'short' }, { text: '' }],
  ];

  it('pads, and leaves no spaces at the end of a line', () => {
    expect(table(columns, rows, { paint: plain })).toBe(
      [
        'name   where                                   n',
        '─────  ──────────────────────────────────────  ─',
        'a      some-rather-long-host-name.example.org  1',
        'bcdef  short',
        '',
      ].join('\n'),
    );
  });

  it('clips what may be clipped to the width of the terminal', () => {
    const lines = table(columns, rows, { paint: plain, width: 40 }).split('\n');
    expect(lines[2]).toBe('a      some-rather-long-host-name.ex…  1');
    expect(Math.max(...lines.map(({ length }) => length))).toBe(40);
  });

  it('stays readable on a terminal that is far too narrow', () => {
    expect(table(columns, rows, { paint: plain, width: 5 })).toContain('some-rather-lon…');
  });

  it('keeps colour out of the padding', () => {
    const painted = table([{ title: 'a' }, { title: 'b' }], [[{ text: 'x', paint: coloured.red }, { text: 'y' }]], {
      paint: plain,
    });
    expect(painted).toContain('\u001b[31mx\u001b[39m  y\n');
  });
});

describe('findingsText', () => {
  const messages = { 'a/b': '{what} is so', 'a/c': 'whole' };

  it('puts the worst first, and a text that holds several times once', () => {
    const text = findingsText(
      [
        { code: 'a/c', severity: 'info', data: {} },
        { code: 'a/b', severity: 'warning', data: { what: 'one' } },
        { code: 'a/b', severity: 'error', data: { what: 'two' } },
        { code: 'a/b', severity: 'warning', data: { what: 'one' } },
        { code: 'a/unknown', severity: 'info', data: {} },
      ],
      messages,
      plain,
    );
    expect(text).toBe(
      'error a/b\n  two is so\nwarning a/b\n  one is so (2 entries)\ninfo a/c\n  whole\ninfo a/unknown\n  a/unknown\n',
    );
  });

  it('is empty where there is nothing to say', () => {
    expect(findingsText([], messages, plain)).toBe('');
  });
});

describe('summaryTable', () => {
  it('counts the verdicts by target', () => {
    const record = (target: string, outcome: OutcomeRecord['outcome']): OutcomeRecord => ({
      target,
      outcome,
      entry: 'e',
      rule: 'r',
      destination: 'd',
      service: 's',
    });
    const records = [record('one', 'exact'), record('one', 'omitted'), record('two', 'exact')];
    expect(summaryTable(records, { paint: plain }).split('\n').slice(2, 4)).toEqual([
      'one     1      0        0         0             1        2',
      'two     1      0        0         0             0        1',
    ]);
  });
});

describe('exclusionText', () => {
  it('says each reason in words', () => {
    expect([
      exclusionText({ kind: 'condition', when: { equals: ['hbi', true] }, text: 'hbi is true' }),
      exclusionText({ kind: 'missing-name', fields: ['storage'] }),
      exclusionText({ kind: 'addressing', insteadOf: ['Storage.EastUS2'] }),
      exclusionText({ kind: 'role', roles: ['client-ide'] }),
    ]).toEqual([
      'only if hbi is true',
      'the profile does not say storage',
      'Storage.EastUS2 stands for it',
      'belongs to client-ide',
    ]);
  });
});

describe('printable', () => {
  it('shows what would move the cursor or turn the text around', () => {
    expect(printable('a\u001b[31m\u202eb\n')).toBe('a\\u{1b}[31m\\u{202e}b\\u{a}');
    expect(excerpt('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
