import type { Case } from './cases.js';
import { links } from './net/topology.js';
import { send, type World } from './net/world.js';
import type { Observation, Probe } from './probe.js';

/** A probe that did not get through although nothing was in its way. */
export interface Obstructed {
  readonly workspace: string;
  readonly probe: Probe;
  readonly observation: Observation;
}

/** Sends everything with no rules in place: if it were stopped here, being stopped later would prove nothing. */
export async function control(world: World, cases: readonly Case[]): Promise<readonly Obstructed[]> {
  const obstructed: Obstructed[] = [];
  for (const { workspace, probes } of cases) {
    const observations = await send(world, probes, { resolver: links.resolver });
    const byId = new Map(probes.map((probe) => [probe.id, probe]));
    for (const observation of observations) {
      const probe = byId.get(observation.id);
      if (probe && (!observation.answered || observation.resolved === false))
        obstructed.push({ workspace: workspace.id, probe, observation });
    }
  }
  return obstructed;
}
