import { readFileSync } from 'node:fs';
import { makeRoom, runInside } from './isolate.js';
import { planCases } from './cases.js';
import { buildWorld, send } from './net/world.js';
import { interceptBackEnd } from './back-ends/proxy.js';
import { workspaces } from './workspaces/workspaces.js';
if (process.argv[2] !== '--inside') process.exit(runInside(import.meta.filename, []));
const folder = makeRoom();
const plan = planCases(workspaces());
const world = await buildWorld(plan, folder);
const one = plan.cases.find((c) => c.workspace.id === 'contoso-tags')!;
const p = interceptBackEnd.prepare(one.workspace.policy);
const r = await p.start(
  world,
  p.rendered.artifacts.map((a) =>
    a.path === 'squid.conf' ? { ...a, text: a.text + 'debug_options ALL,1 33,5 83,5 26,5 28,3 85,3\n' } : a,
  ),
);
const probe = one.probes.find((x) => x.kind === 'plain-bytes')!;
console.log(JSON.stringify(probe), JSON.stringify(await send(world, [probe], interceptBackEnd.way)));
console.log(readFileSync('/var/log/squid/access.log', 'utf8'));
console.log(
  readFileSync('/var/log/squid/cache.log', 'utf8')
    .split('\n')
    .filter((l) => !/Processing|storeDir/.test(l))
    .slice(-150)
    .join('\n'),
);
await r.stop();
process.exit(0);
