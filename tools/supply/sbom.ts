import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publicPackages, repository } from '../workspace/packages.js';

/** A package.json with what is needed at run time only, and with a version, which npm asks for. */
function strip(path: string, into: string): void {
  const manifest = JSON.parse(readFileSync(join(repository, path), 'utf8')) as Record<string, unknown>;
  const { devDependencies: _, overrides: __, scripts: ___, ...rest } = manifest;
  mkdirSync(dirname(join(into, path)), { recursive: true });
  writeFileSync(join(into, path), JSON.stringify({ version: '0.0.0', ...rest }));
}

/**
 * The bill of materials of all that is published, as CycloneDX: what the lock file holds for run time. Made in a copy
 * without development dependencies, since `npm sbom --omit dev` also leaves out what both kinds share.
 */
export function billOfMaterials(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  const npm = (...args: readonly string[]): string =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    for (const path of ['', ...publicPackages().map(({ id }) => `packages/${id}/`)])
      strip(`${path}package.json`, folder);
    copyFileSync(join(repository, 'package-lock.json'), join(folder, 'package-lock.json'));
    npm('install', '--package-lock-only', '--offline', '--ignore-scripts', '--silent');
    return npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
