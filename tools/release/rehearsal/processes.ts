import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a rehearsal keeps its files, and the environment that its processes run in. */
export interface Stage {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * A stage whose processes reach this machine and the named hosts only, with an npm configuration and cache of its own
 * once the registry is known.
 */
export function stageIn(folder: string, hosts: readonly string[]): Stage {
  const guard = new URL('guard.js', import.meta.url).href;
  // What npm tells the scripts that it runs is about the checkout that the rehearsal was started from.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'INIT_CWD');
  return {
    folder,
    env: {
      ...Object.fromEntries(inherited),
      CI: 'true',
      NX_DAEMON: 'false',
      NODE_OPTIONS: `--import=${guard}`,
      REHEARSAL_HOSTS: hosts.join(','),
      REHEARSAL_REACHED: join(folder, 'reached'),
    },
  };
}

/** The same stage, on which npm knows only the registry of the rehearsal. */
export function withRegistry({ folder, env }: Stage, url: string): Stage {
  const userConfig = join(folder, 'npmrc');
  const cache = join(folder, 'npm-cache');
  mkdirSync(cache, { recursive: true });
  // npm publishes with a token only, even where anybody may.
  const token = `${url.replace(/^http:/, '')}:_authToken=rehearsal`;
  const quiet = ['audit=false', 'fund=false', 'update-notifier=false', 'loglevel=error'];
  writeFileSync(userConfig, [`registry=${url}`, token, `cache=${cache}`, ...quiet, ''].join('\n'));
  return { folder, env: { ...env, NPM_CONFIG_USERCONFIG: userConfig, REHEARSAL_HOSTS: '' } };
}

/** What a process printed. Fails, with all of it, when the process does. */
export async function run(
  { env }: Pick<Stage, 'env'>,
  cwd: string,
  [command = '', ...args]: readonly string[],
  accepted: readonly number[] = [0],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (part: string) => {
        printed[name] += part;
      });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status !== null && accepted.includes(status)) resolve(printed.stdout);
      else
        reject(new Error(`${[command, ...args].join(' ')} ended with ${status}\n${printed.stdout}\n${printed.stderr}`));
    });
  });
}
