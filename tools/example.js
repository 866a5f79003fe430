// The main job on every example, with the command as it is built: the requirements with their verdicts on stdout, and
// the configuration for each target under out/<example>/.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const command = join(root, 'packages/cli/dist/bin.js');
const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  // Code-unit order: the same on every machine.
  .sort();

for (const name of examples) {
  console.log(`\n${name}: examples/${name}/workspace.yaml\n`);
  execFileSync(
    process.execPath,
    [command, 'render', '--profile', `examples/${name}/workspace.yaml`, '--target', 'all', '--out', `out/${name}`],
    { cwd: root, stdio: 'inherit' },
  );
}
