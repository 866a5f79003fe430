import { readFileSync } from 'node:fs';
import { editions, loadEdition, plan, type EditionId } from '@azureml-firewall/catalog';
import { clouds } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everyWorkspace } from './profiles.js';

/** What pages print that is no rule, transcribed apart from the catalog's own data: a line for each statement. */
const printed = readFileSync(new URL('./printed/beside-rules.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [edition = '', kind = '', section = '', what = '', detail = '', condition = ''] = line.split('\t');
    return { edition, kind, section, what, detail, condition };
  });

const rowsOf = (edition: EditionId, kind: string): typeof printed =>
  printed.filter((row) => row.edition === edition && row.kind === kind);

/** What a plan says of one kind, over workspaces of every cloud that together use everything. */
function planned<Said>(edition: EditionId, pick: (made: ReturnType<typeof plan>) => readonly Said[]): readonly Said[] {
  const all = clouds.flatMap(everyWorkspace).flatMap((profile) => pick(plan(profile, { edition })));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const regions: Readonly<Record<string, readonly string[]>> = {
  'workspace-region': ['<region>'],
  'workspace-region-and-paired-region': ['<region>', '<paired-region>'],
};

describe.each(editions.map(({ id }) => id))('edition %s', (edition) => {
  it('has the routes that its pages print, by tag and by address, and no others', () => {
    const byTag = rowsOf(edition, 'route').map(({ what, section }) => [what, section]);
    const held = loadEdition(edition).routes;
    expect(held.map(({ tag, at }) => [tag, at[0]?.section])).toEqual(byTag);
    const byAddress = rowsOf(edition, 'route-by-address').flatMap(({ what, detail }) =>
      (regions[detail] ?? []).map((region) => what.replace('<region>', region)),
    );
    expect(held.flatMap((route) => route.byAddress)).toEqual(byAddress);
    const ids = planned(edition, ({ policy }) => policy.routes.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(held.map(({ id }) => id).toSorted());
  });

  it('has the traffic inside a cluster that its page prints, and no other', () => {
    const lines = rowsOf(edition, 'in-cluster').map(({ what, detail }) =>
      [what, ...(detail === '-' ? [] : detail.split(',').map((port) => `tcp/${port}`))].join(' '),
    );
    const told = planned(edition, ({ diagnostics }) =>
      diagnostics.flatMap(({ code, data }) => (code === 'catalog/in-cluster-traffic' ? [data['traffic']] : [])),
    );
    expect(told).toEqual(lines.length > 0 ? [lines] : []);
    for (const { what, condition, section } of rowsOf(edition, 'in-cluster')) {
      const traffic = loadEdition(edition).inCluster.find(({ from, to }) => `${from} to ${to}` === what);
      expect(traffic?.at.map((place) => place.section)).toEqual([section]);
      expect(JSON.stringify(traffic?.when).includes('inference')).toBe(condition === 'real-time-inference');
    }
  });

  it('has what its pages ask for beside rules, and nothing else', () => {
    const held = loadEdition(edition).prerequisites;
    const rows = rowsOf(edition, 'prerequisite');
    expect(held.map(({ at }) => at[0]?.section).toSorted()).toEqual(rows.map(({ section }) => section).toSorted());
    for (const { what } of rows) expect(held.some(({ text }) => text.toLowerCase().includes(what))).toBe(true);
    const told = planned(edition, ({ diagnostics }) =>
      diagnostics.flatMap(({ code, data }) => (code === 'catalog/prerequisite' ? [data['prerequisite']] : [])),
    );
    expect(told.toSorted()).toEqual(held.map(({ id }) => id).toSorted());
  });
});
