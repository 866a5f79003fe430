// Tries what the Linux targets render with real packets, and writes docs/lab.md and docs/lab.json.
import { iptablesBackEnd, nftablesBackEnd } from './back-ends/packet-filter.js';
import { explicitBackEnd } from './back-ends/proxy.js';
import { planCases } from './cases.js';
import { control } from './control.js';
import { insideWord, makeRoom, runInside } from './isolate.js';
import { buildWorld } from './net/world.js';
import { missing } from './prerequisites.js';
import { tryCase } from './try.js';
import { workspaces } from './workspaces/workspaces.js';

/** The exit status by which test tools know that nothing was tried. */
const skipped = 77;

async function inside(): Promise<number> {
  const plan = planCases(workspaces());
  const world = await buildWorld(plan, makeRoom());
  console.time('control');
  const obstructed = await control(world, plan.cases);
  console.timeEnd('control');
  console.log(obstructed.length, JSON.stringify(obstructed.slice(0, 10), undefined, 1));
  for (const backEnd of process.env['BE'] === 'squid' ? [explicitBackEnd] : [iptablesBackEnd, nftablesBackEnd])
    for (const one of plan.cases) {
      console.time(`${backEnd.id} ${one.workspace.id}`);
      const tried = await tryCase(world, plan.book, backEnd, one);
      console.timeEnd(`${backEnd.id} ${one.workspace.id}`);
      const by: Record<string, number> = {};
      for (const j of tried.judged) {
        const k = `${j.expected} ${j.observed}`;
        by[k] = (by[k] ?? 0) + 1;
      }
      console.log(tried.faults, by);
      for (const j of tried.judged.filter((x) => !x.agrees).slice(0, 6)) console.log(JSON.stringify(j));
    }
  return 0;
}

const args = process.argv.slice(2);
if (args[0] === insideWord) process.exit(await inside());
const lack = missing();
if (lack !== undefined) {
  console.log(`skipped: the lab can't run here. ${lack}`);
  process.exit(skipped);
}
process.exit(runInside(import.meta.filename, args));
