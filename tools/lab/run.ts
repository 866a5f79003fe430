// Tries what the Linux targets render with real packets, and writes docs/lab.md and docs/lab.json.
import { parseArgs } from 'node:util';
import { insideWord, makeRoom, runInside } from './isolate.js';
import { lab } from './lab.js';
import { missing } from './prerequisites.js';

/** The exit status by which test tools know that nothing was tried. */
const skipped = 77;

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: {
    inside: { type: 'boolean' },
    'back-end': { type: 'string', multiple: true },
    workspace: { type: 'string', multiple: true },
    part: { type: 'string', multiple: true },
  },
});

if (args[0] === insideWord) {
  const chosen = { backEnds: values['back-end'], workspaces: values.workspace, parts: values.part };
  process.exit(await lab(makeRoom(), chosen));
}
const lack = missing();
if (lack !== undefined) {
  console.log(`skipped: the lab can't run here. ${lack}`);
  process.exit(skipped);
}
process.exit(runInside(import.meta.filename, args));
