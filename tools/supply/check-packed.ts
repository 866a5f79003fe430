// Fails when a package's tarball holds something that nobody needs, or lacks something that is promised. After a build.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages, repository } from '../workspace/packages.js';
import { packFaults, type PackedFile } from './packed.js';

interface Packed {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

const printed = execFileSync('npm', ['pack', '--workspaces', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: repository,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const tarballs = new Map((JSON.parse(printed) as readonly Packed[]).map(({ name, files }) => [name, files]));
const license = readFileSync(join(repository, 'LICENSE'), 'utf8');

const faults = publicPackages().flatMap(({ folder, manifest }) => {
  const files = (tarballs.get(manifest.name) ?? []).map(({ path, mode }): PackedFile => {
    return { path, mode, text: readFileSync(join(folder, path), 'utf8') };
  });
  const other = files.some(({ path, text }) => path === 'LICENSE' && text !== license);
  const own = [...packFaults(manifest, files, repository), ...(other ? ['LICENSE is not that of the repository'] : [])];
  return own.map((fault) => `${manifest.name}: ${fault}`);
});

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`tarballs: ${tarballs.size} hold what they promise and nothing else`);
