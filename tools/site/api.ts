import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application } from 'typedoc';
import { packages, root } from './repository.js';

function entriesOf(name: string): readonly string[] {
  const { exports = {} } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    readonly exports?: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;
  };
  return Object.values(exports).flatMap((entry) => {
    const source = typeof entry === 'string' ? undefined : entry['@azureml-firewall/source'];
    return typeof source === 'string' ? [join(root, 'packages', name, source)] : [];
  });
}

/** Writes the reference of all that the packages export, made from their comments. */
export async function writeApi(folder: string): Promise<void> {
  const app = await Application.bootstrap({
    entryPoints: packages.flatMap(entriesOf).filter((file) => existsSync(file)),
    tsconfig: join(root, 'tools/site/tsconfig.api.json'),
    out: folder,
    name: 'azureml-firewall',
    readme: 'none',
    disableSources: true,
    githubPages: false,
    includeVersion: false,
    navigationLinks: { 'All pages': '../index.html' },
    logLevel: 'Error',
    skipErrorChecking: true,
  });
  const project = await app.convert();
  if (!project) throw new Error('the sources of the packages could not be read');
  await app.generateDocs(project, folder);
}
