import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { publicPackages, repository } from '../../workspace/packages.js';
import type { Stage } from './processes.js';

/** A registry on this machine. */
export interface Registry {
  /** Ends with a slash. */
  readonly url: string;
  readonly stop: () => void;
}

const place = join(repository, 'tools/registry');

/** What npm is configured with in this checkout; undefined where it is configured with nothing. */
function npmConfig(name: string): string | undefined {
  const value = execFileSync('npm', ['config', 'get', name], { cwd: repository, encoding: 'utf8' }).trim();
  return ['', 'null', 'undefined', 'false'].includes(value) ? undefined : value;
}

/** The registry that npm is configured with: packages of others come from there. */
export function uplink(): string {
  return npmConfig('registry') ?? 'https://registry.npmjs.org/';
}

/** Hosts that a rehearsal has to reach beside this machine: the registry, or the proxy in front of it. */
export function neededHosts(): readonly string[] {
  return [uplink(), npmConfig('https-proxy'), npmConfig('proxy')].flatMap((url) => (url ? new URL(url).hostname : []));
}

function configuration(storage: string): string {
  const own = publicPackages().map(({ manifest }) => [manifest.name, { access: '$all', publish: '$all' }]);
  // JSON is YAML.
  return JSON.stringify({
    storage,
    web: { enable: false },
    auth: { htpasswd: { file: join(storage, 'htpasswd') } },
    uplinks: { npm: { url: uplink() } },
    packages: { ...(Object.fromEntries(own) as Record<string, object>), '**': { access: '$all', proxy: 'npm' } },
    log: { type: 'stdout', format: 'pretty', level: 'error' },
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(new URL('-/ping', url)).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Starts an empty registry that anybody on this machine may publish the packages of the workspace to. */
export async function startRegistry({ folder, env }: Stage): Promise<Registry> {
  if (!existsSync(join(place, 'node_modules')))
    execFileSync('npm', ['ci', '--silent'], { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
  const storage = join(folder, 'registry');
  mkdirSync(storage);
  const config = join(storage, 'config.yaml');
  writeFileSync(config, configuration(storage));
  const listen = `127.0.0.1:${await freePort()}`;
  const url = `http://${listen}/`;
  const cafile = npmConfig('cafile');
  const child = spawn(
    process.execPath,
    [join(place, 'node_modules/verdaccio/bin/verdaccio'), '--config', config, '--listen', listen],
    {
      cwd: storage,
      env: { ...(cafile !== undefined && { NODE_EXTRA_CA_CERTS: cafile }), ...env, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const stop = (): void => {
    child.kill();
  };
  for (let tries = 0; !(await answers(url)); tries++) {
    if (child.exitCode !== null || tries > 150) {
      stop();
      throw new Error('the registry of the rehearsal did not start');
    }
    await wait(200);
  }
  return { url, stop };
}
