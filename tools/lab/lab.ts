import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backEnds } from './back-ends/index.js';
import { planCases, type Plan } from './cases.js';
import { control } from './control.js';
import { buildWorld, type World } from './net/world.js';
import { refresh, type Refreshed } from './refresh.js';
import { reportText } from './report/markdown.js';
import { isGood, shortcomings, type Report } from './report/report.js';
import { summarize, type WorkspaceRow } from './report/summary.js';
import { sabotages } from './sabotages.js';
import { trySabotage, type Caught } from './try-sabotage.js';
import { tryCase, type Tried } from './try.js';
import { workspaces } from './workspaces/workspaces.js';

/** What is to be tried; everything where nothing is said. Only a run of everything writes the report. */
export interface Choice {
  readonly backEnds?: readonly string[] | undefined;
  readonly workspaces?: readonly string[] | undefined;
  readonly parts?: readonly string[] | undefined;
}

const chosen = (list: readonly string[] | undefined, item: string): boolean =>
  list === undefined || list.includes(item);

function show({ backEnd, workspace, judged, faults }: Tried): void {
  for (const one of judged.filter(({ agrees }) => !agrees)) console.log(JSON.stringify(one));
  for (const fault of faults) console.log(`${backEnd}, ${workspace}: ${fault}`);
}

async function tryFlows(world: World, plan: Plan, choice: Choice): Promise<readonly WorkspaceRow[]> {
  const rows: WorkspaceRow[] = [];
  for (const backEnd of backEnds.filter(({ id }) => chosen(choice.backEnds, id)))
    for (const one of plan.cases) {
      const { id } = one.workspace;
      if (!chosen(choice.workspaces, id) || !chosen(backEnd.only, id)) continue;
      const tried = await tryCase(world, plan.book, backEnd, one);
      const row = summarize(tried);
      rows.push(row);
      const verdict = row.disagreements + row.faults.length === 0 ? 'agrees' : 'DISAGREES';
      console.log(
        `${backEnd.id.padEnd(16)} ${row.workspace.padEnd(22)} ${String(row.probes).padStart(4)} flows: ${verdict}`,
      );
      show(tried);
    }
  return rows;
}

async function trySabotages(world: World, plan: Plan, choice: Choice): Promise<readonly Caught[]> {
  const caught: Caught[] = [];
  for (const sabotage of sabotages.filter(({ backEnd }) => chosen(choice.backEnds, backEnd))) {
    const one = await trySabotage(world, plan, sabotage);
    caught.push(one);
    console.log(`${sabotage.backEnd.padEnd(16)} ${sabotage.what}: ${one.by ?? 'NOT CAUGHT'}`);
  }
  return caught;
}

async function tryRefresh(world: World, plan: Plan): Promise<readonly Refreshed[]> {
  const refreshed = await refresh(world, plan.refresh);
  for (const { backEnd, prefixes, connections, faults } of refreshed)
    console.log(
      `${backEnd.padEnd(16)} ${prefixes} prefixes, ${connections} connections: ${faults.join('; ') || 'none refused'}`,
    );
  return refreshed;
}

const docs = join(import.meta.dirname, '../../docs');

/** Writes the report. How many connections a refresh saw differs from run to run, and is left out. */
function write(report: Report): void {
  const refreshed = report.refreshed.map(({ connections: _, ...rest }) => rest);
  writeFileSync(join(docs, 'lab.md'), reportText(report));
  writeFileSync(join(docs, 'lab.json'), `${JSON.stringify({ ...report, refreshed }, undefined, 2)}\n`);
}

/** Runs the lab inside its namespaces; gives the exit status. */
export async function lab(folder: string, choice: Choice): Promise<number> {
  const all = workspaces();
  const plan = planCases(all);
  const world = await buildWorld(plan, folder);
  const cases = plan.cases.filter(({ workspace }) => chosen(choice.workspaces, workspace.id));
  const obstructed = await control(world, cases);
  for (const one of obstructed) console.log(JSON.stringify(one));
  const controlled = cases.flatMap(({ probes }) => probes).length;
  console.log(`without rules: ${controlled - obstructed.length} of ${controlled} flows get through`);
  const report: Report = {
    control: { probes: controlled, passed: controlled - obstructed.length },
    workspaces: all.map(({ id, about }) => ({ id, about })),
    backEnds: backEnds.map(({ id, title }) => ({ id, title })),
    rows: chosen(choice.parts, 'flows') ? await tryFlows(world, plan, choice) : [],
    sabotages: chosen(choice.parts, 'sabotages') ? await trySabotages(world, plan, choice) : [],
    refreshed: chosen(choice.parts, 'refresh') ? await tryRefresh(world, plan) : [],
  };
  const isFull = Object.values(choice).every((part) => part === undefined);
  const short = isFull ? shortcomings(report) : [];
  for (const one of short) console.log(one);
  if (isFull) write(report);
  const good = isGood(report) && short.length === 0;
  console.log(good ? 'every promise held' : 'NOT every promise held');
  return good ? 0 : 1;
}
