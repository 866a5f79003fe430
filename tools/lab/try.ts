import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { BackEnd, Rendered } from './back-ends/back-end.js';
import type { Case } from './cases.js';
import { judge, type Judged } from './compare.js';
import { expectationsOf } from './expect/expect.js';
import { send, type World } from './net/world.js';
import type { Probe } from './probe.js';
import type { Book } from './sample/book.js';

/** What came of one workspace on one back end. */
export interface Tried {
  readonly backEnd: string;
  readonly workspace: string;
  readonly rendered: Rendered;
  readonly judged: readonly Judged[];
  /** What did not hold beside the probes: the files do not load, or something stays behind. */
  readonly faults: readonly string[];
}

/** Renders a workspace, loads the files, sends its probes, and holds the answers against what was promised. */
export async function tryCase(
  world: World,
  book: Book,
  backEnd: BackEnd,
  { workspace, probes }: Case,
  change: (artifacts: readonly Artifact[]) => readonly Artifact[] = (artifacts) => artifacts,
): Promise<Tried> {
  const { rendered, start } = backEnd.prepare(workspace.policy);
  const expectation = expectationsOf(workspace.policy, rendered, book);
  const expected = new Map(probes.map((probe) => [probe.id, expectation(probe)]));
  const isOpen = ({ id }: Probe): boolean => expected.get(id) === 'either';
  const running = await start(world, change(rendered.artifacts));
  // What may pass comes last, so that it does once names have been looked up: a gap is shown in full.
  const observations = [
    ...(await send(
      world,
      probes.filter((probe) => !isOpen(probe)),
      backEnd.way,
    )),
    ...(await send(world, probes.filter(isOpen), backEnd.way)),
  ];
  const left = await running.stop();
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const judged = probes.map((probe) => {
    const observation = byId.get(probe.id);
    if (!observation) throw new Error(`probe ${probe.id} has no observation`);
    return judge(probe, expected.get(probe.id) ?? 'stop', observation);
  });
  return { backEnd: backEnd.id, workspace: workspace.id, rendered, judged, faults: [...running.faults, ...left] };
}
