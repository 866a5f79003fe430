import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { run } from './net/run.js';

/** The word by which the lab knows that it runs inside. */
export const insideWord = '--inside';

/** Runs this script again in namespaces of its own; when it ends, for whatever reason, the kernel ends all that it started. */
export function runInside(script: string, args: readonly string[]): number {
  const isolation = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const node = [process.execPath, ...process.execArgv, script, insideWord, ...args];
  const { status, error } = spawnSync('unshare', [...isolation, ...node], {
    stdio: 'inherit',
    // nftables-backed tools and squid look for locks and helpers where Debian puts them.
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  });
  if (error) throw error;
  return status ?? 70;
}

/** Folders that belong to this run alone, so that nothing that is written stays. */
const own = ['/run', '/dev/shm', '/etc/squid', '/var/log/squid', '/var/spool/squid', '/var/lib'];

/** Hides the machine's folders behind empty ones, and gives one to work in. */
export function makeRoom(): string {
  for (const folder of own)
    run(['mount', '-t', 'tmpfs', '-o', folder === '/dev/shm' ? 'mode=1777' : 'mode=755', 'lab', folder]);
  run(['chown', 'proxy:proxy', '/var/log/squid', '/var/spool/squid']);
  run(['ip', 'link', 'set', 'lo', 'up']);
  mkdirSync('/run/lab');
  return '/run/lab';
}
