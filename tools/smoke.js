// Installs the packed packages into an empty project, as a user would, and uses them from ESM, CommonJS, TypeScript
// and the command line.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'azureml-firewall-smoke-'));
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
const read = (command, args) =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const tsc = (...options) =>
  run(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', ...options]);
const expect = (holds, what) => {
  if (!holds) throw new Error(`smoke test: ${what}`);
};

const use = `({ plan, editions }, { render }, { azureFirewall }) => {
  const { policy } = plan({ cloud: 'public', region: 'eastus2', storage: 'contosoml' });
  const { artifacts, outcomes } = render(azureFirewall, policy, { policyName: 'hub-policy' });
  if (editions.length === 0 || outcomes.length === 0) throw new Error('nothing was planned');
  if (!artifacts[0].text.includes('hub-policy')) throw new Error('the option was not taken');
}`;
const typed = `import { plan } from '@azureml-firewall/catalog';
import { parseProfile } from '@azureml-firewall/catalog/schema';
import { azureFirewall } from '@azureml-firewall/azure-firewall';
import { optionsSchema } from '@azureml-firewall/azure-firewall/schema';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { parseHostname, type Policy } from '@azureml-firewall/rule-model';
const policy: Policy = plan({ cloud: 'public', region: 'eastus2' }).policy;
export const artifacts: readonly Artifact[] = render(azureFirewall, policy, { sku: 'Premium' }).artifacts;
export const refused: boolean = !parseProfile({}).ok || !optionsSchema.safeParse({}).success || !parseHostname('').ok;
// @ts-expect-error there is no such cloud
plan({ cloud: 'private', region: 'eastus2' });
// @ts-expect-error there is no such option
render(azureFirewall, policy, { policy: 'hub-policy' });
`;
const names = ['catalog', 'renderer-kit', 'azure-firewall'];
const files = {
  'package.json': '{ "private": true }',
  'use.mjs':
    names.map((name, i) => `import * as m${i} from '@azureml-firewall/${name}';\n`).join('') +
    `(${use})(m0, m1, m2);\n`,
  'use.cjs': `(${use})(${names.map((name) => `require('@azureml-firewall/${name}')`).join(', ')});\n`,
  'use.mts': typed,
  'use.cts': typed,
};

try {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  copyFileSync(join(root, 'examples/contoso/workspace.yaml'), join(project, 'workspace.yaml'));
  run('npm', ['pack', '--workspaces', '--silent', '--pack-destination', project], root);
  const tarballs = readdirSync(project).filter((name) => name.endsWith('.tgz'));
  run('npm', ['install', '--silent', '--prefer-offline', ...tarballs.map((name) => `./${name}`)]);

  run('node', ['use.mjs']);
  run('node', ['use.cjs']);
  tsc('--module', 'nodenext', 'use.mts', 'use.cts');
  tsc('--skipLibCheck', '--module', 'node16', 'use.mts', 'use.cts');
  tsc('--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler', 'use.mts');

  const command = join(project, 'node_modules/.bin/azureml-firewall');
  const planned = JSON.parse(read(command, ['plan', '--profile', 'workspace.yaml', '--format', 'json']));
  expect(planned.rules.length > 0, 'plan printed no rules');
  const printed = JSON.parse(read(command, ['render', '--profile', 'workspace.yaml', '--target', 'azure-firewall']));
  expect(printed.resources.length > 0, 'render printed no resource');
  console.log(`smoke test: ${tarballs.length} packages install and work`);
} finally {
  rmSync(project, { recursive: true });
}
