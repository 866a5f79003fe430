import { describe, expect, it } from 'vitest';
import { backEnds } from '../back-ends/index.js';
import { sabotages, spoil } from '../sabotages.js';
import { workspaces } from '../workspaces/workspaces.js';

const all = workspaces();

describe('a sabotage', () => {
  it.each(sabotages.map((one) => [`${one.backEnd}: ${one.what}`, one] as const))(
    'changes one file of what is rendered (%s)',
    (_, sabotage) => {
      const workspace = all.find(({ id }) => id === sabotage.workspace) ?? expect.fail();
      const backEnd = backEnds.find(({ id }) => id === sabotage.backEnd) ?? expect.fail();
      const { artifacts } = backEnd.prepare(workspace.policy).rendered;
      const changed = spoil(sabotage)(artifacts).filter(({ text }, i) => text !== artifacts[i]?.text);
      expect(changed.map(({ path }) => path)).toEqual([sabotage.file]);
    },
  );

  it('that finds no line to spoil is an error', () => {
    const sabotage = { what: 'nothing', backEnd: 'x', workspace: 'x', file: 'a', from: 'absent', to: '' };
    expect(() => spoil(sabotage)([{ path: 'a', text: 'text\n', spans: [] }])).toThrow('no such line');
  });

  it('comes by the dozen', () => {
    expect(sabotages.length).toBeGreaterThanOrEqual(12);
  });
});
