import { describe, expect, it } from 'vitest';
import { judge } from '../compare.js';
import { difference } from '../net/kernel-state.js';
import type { Observation, Probe } from '../probe.js';
import { isGood, shortcomings, type Report } from '../report/report.js';
import { reportText } from '../report/markdown.js';

const probe: Probe = {
  id: 1,
  kind: 'listed',
  entry: 'rule|example.com|tcp/443',
  direction: 'outbound',
  protocol: 'tcp',
  port: 443,
  source: '10.0.0.1',
  address: '198.18.0.1',
  asked: 'example.com',
  shown: 'example.com',
  genuine: true,
  talk: 'tls',
  path: '/',
};
const seen = (answered: boolean, resolved: boolean | null = true): Observation => ({
  id: 1,
  answered,
  resolved,
  how: answered ? 'answered' : 'closed',
});

describe('a promise', () => {
  it('to let through is broken by a resolver that refuses the name', () => {
    expect(judge(probe, 'pass', seen(true, false)).agrees).toBe(false);
    expect(judge(probe, 'pass', seen(true)).agrees).toBe(true);
    expect(judge(probe, 'pass', seen(false)).agrees).toBe(false);
  });

  it('to stop is broken by an answer, also to a client that knows the address from elsewhere', () => {
    expect(judge(probe, 'stop', seen(true, false)).agrees).toBe(false);
    expect(judge(probe, 'stop', seen(false)).agrees).toBe(true);
  });

  it('that leaves both open is not broken', () => {
    expect(judge(probe, 'either', seen(true)).agrees).toBe(true);
    expect(judge(probe, 'either', seen(false)).agrees).toBe(true);
  });
});

describe('the state of the kernel', () => {
  it('is another one when a rule is there twice', () => {
    expect(difference('a\nb', 'a\nb')).toEqual([]);
    expect(difference('a\nb', 'a\nb\nb')).toEqual(['+ b']);
    expect(difference('a\nb', 'b\na')).toEqual([]);
  });
});

const report: Report = {
  control: { probes: 2, passed: 2 },
  workspaces: [{ id: 'w', about: 'a workspace' }],
  backEnds: [{ id: 'b', title: 'a back end' }],
  rows: [
    {
      backEnd: 'b',
      workspace: 'w',
      entries: 1,
      verdicts: { widened: 1 },
      probes: 3,
      passed: 1,
      stopped: 1,
      gap: { 'foreign-name': 1 },
      disagreements: 0,
      faults: [],
    },
  ],
  sabotages: [{ backEnd: 'b', what: 'a line', file: 'f', by: 'listed' }],
  refreshed: [{ backEnd: 'b', prefixes: 10, refreshes: 1, connections: 5, faults: [] }],
};

describe('the report', () => {
  it('is good only when everything held', () => {
    const [row] = report.rows;
    if (!row) expect.fail();
    expect(isGood(report)).toBe(true);
    expect(isGood({ ...report, control: { probes: 2, passed: 1 } })).toBe(false);
    expect(isGood({ ...report, rows: [{ ...row, disagreements: 1 }] })).toBe(false);
    expect(isGood({ ...report, rows: [{ ...row, faults: ['left behind'] }] })).toBe(false);
    expect(isGood({ ...report, sabotages: [{ backEnd: 'b', what: 'a line', file: 'f' }] })).toBe(false);
    expect(isGood({ ...report, refreshed: [{ ...report.refreshed[0], faults: ['refused'] } as never] })).toBe(false);
  });

  it('is not good enough where hardly anything is promised', () => {
    const [row] = report.rows;
    if (!row) expect.fail();
    const sabotages = Array.from({ length: 12 }, () => ({ backEnd: 'b', what: 'a line', file: 'f', by: 'listed' }));
    expect(shortcomings({ ...report, sabotages })).toHaveLength(1);
    expect(shortcomings({ ...report, sabotages, rows: [{ ...row, passed: 100, stopped: 400 }] })).toEqual([]);
    expect(shortcomings({ ...report, rows: [{ ...row, passed: 100, stopped: 400 }] })).toHaveLength(1);
  });

  it('tells the numbers, the gap and what nothing gave away', () => {
    const text = reportText({ ...report, sabotages: [{ backEnd: 'b', what: 'a line', file: 'f' }] });
    expect(text).toContain('| a back end | 3 | 1 | 1 | 1 | 0 |');
    expect(text).toContain('| a back end | 1 |');
    expect(text).toContain('**nothing**');
  });
});
