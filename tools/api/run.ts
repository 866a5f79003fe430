// Writes the reports of what each built package exports; with --check, fails where they are not as they are committed.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeEntries } from '../workspace/entries.js';
import { publicPackages, repository } from '../workspace/packages.js';
import { reportOf } from './extract.js';
import { undocumentedExports } from './undocumented.js';

const check = process.argv.includes('--check');
const packages = publicPackages();
const reports = packages.flatMap((of) => codeEntries(of.manifest).map((entry) => reportOf(of, entry)));

/** Reports of entries that are no more. */
const stale = packages.flatMap(({ id, folder }) => {
  const names = existsSync(join(folder, 'api')) ? readdirSync(join(folder, 'api')) : [];
  const paths = names.map((name) => `packages/${id}/api/${name}`);
  return paths.filter((path) => !reports.some((report) => report.path === path));
});

function differs(path: string, text: string): boolean {
  return !existsSync(join(repository, path)) || readFileSync(join(repository, path), 'utf8') !== text;
}

const changed = reports.filter(({ path, text }) => differs(path, text));
const faults = [
  ...reports.flatMap((report) => report.faults),
  ...reports.flatMap(({ path, text }) => undocumentedExports(text).map((name) => `${path}: ${name} is not documented`)),
  ...(check
    ? [...changed.map(({ path }) => path), ...stale].map((path) => `${path} is not as built: npm run api`)
    : []),
];

if (!check) {
  for (const path of stale) rmSync(join(repository, path));
  for (const { path, text } of changed) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`API reports: ${reports.length} entries, ${check ? 0 : changed.length} changed`);
