// Rehearses a release against a registry on this machine: version, publish, install each package as a user would, and
// use it. The tree is copied first and stays as it is; nothing is reached but this machine and the npm registry.
// With KEEP_REHEARSAL set, the folder with all that was made is kept.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consume } from './rehearsal/consume.js';
import { run, stageIn, withRegistry } from './rehearsal/processes.js';
import { publishAll } from './rehearsal/publish.js';
import { neededHosts, startRegistry } from './rehearsal/registry.js';
import { copyTree } from './rehearsal/tree.js';

const started = Date.now();
const say = (what: string): void => {
  console.log(`rehearsal, ${Math.round((Date.now() - started) / 1000)} s: ${what}`);
};

function reached(folder: string): string {
  const hosts = readFileSync(join(folder, 'reached'), 'utf8').split('\n');
  return [...new Set(hosts)].filter((host) => host !== '').join(', ');
}

const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
const stage = stageIn(folder, neededHosts());
let stop: (() => void) | undefined;
try {
  const repo = join(folder, 'repository');
  copyTree(repo);
  await run(stage, repo, ['npm', 'ci']);
  say('the tree is copied, its dependencies are installed');
  const registry = await startRegistry(stage);
  stop = registry.stop;
  const local = withRegistry(stage, registry.url);
  const published = await publishAll(local, repo);
  say(`published ${published.map(({ name, version }) => `${name}@${version}`).join(', ')}`);
  await consume(local, registry.url, say);
  say(`done; reached ${reached(folder)}`);
} finally {
  stop?.();
  if (process.env['KEEP_REHEARSAL'] === undefined) rmSync(folder, { recursive: true, maxRetries: 3 });
  else say(`${folder} is kept`);
}
