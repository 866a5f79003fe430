import { backEnds } from './back-ends/index.js';
import type { Plan } from './cases.js';
import type { World } from './net/world.js';
import { spoil, type Sabotage } from './sabotages.js';
import { tryCase } from './try.js';

/** A sabotage, and what gave it away; nothing where nothing did. */
export interface Caught {
  readonly backEnd: string;
  readonly what: string;
  readonly file: string;
  readonly by?: string;
}

/** Loads a spoilt file and sends all probes of the workspace: some promise has to break, or the file not to load. */
export async function trySabotage(world: World, plan: Plan, sabotage: Sabotage): Promise<Caught> {
  const backEnd = backEnds.find(({ id }) => id === sabotage.backEnd);
  const one = plan.cases.find(({ workspace }) => workspace.id === sabotage.workspace);
  if (!backEnd || !one) throw new Error(`${sabotage.what}: no such back end or workspace`);
  const { what, file } = sabotage;
  const change = spoil(sabotage);
  const { rendered } = backEnd.prepare(one.workspace.policy);
  change(rendered.artifacts);
  const by = await tryCase(world, plan.book, backEnd, one, change)
    .then(({ judged }) => {
      const broken = judged.filter(({ agrees }) => !agrees);
      const kinds = [...new Set(broken.map(({ probe }) => probe.kind))].toSorted();
      return broken.length === 0 ? undefined : kinds.join(', ');
    })
    .catch(() => 'the files are refused');
  return { backEnd: backEnd.id, what, file, ...(by !== undefined && { by }) };
}
