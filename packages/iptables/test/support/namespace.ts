/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Artifact } from '@azureml-firewall/renderer-kit';

/** The Debian package of each program. */
const packages: Readonly<Record<string, string>> = {
  unshare: 'util-linux',
  ip: 'iproute2',
  iptables: 'iptables',
  ipset: 'ipset',
  nft: 'nftables',
  dnsmasq: 'dnsmasq-base',
};

function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Why nothing can be loaded here, or nothing: then it can. */
export function lacking(): string | undefined {
  const missing = Object.keys(packages).filter((program) => !has(program));
  if (missing.length > 0)
    return `apt-get install ${[...new Set(missing.map((program) => packages[program]))].join(' ')}`;
  const made = spawnSync('unshare', ['--mount', '--net', '--pid', '--fork', 'true']);
  return made.status === 0 ? undefined : 'run as root: a network namespace of its own is needed';
}

/** What a script said, by the names of its parts. */
export interface Said {
  readonly status: number | null;
  readonly errors: string;
  readonly parts: Readonly<Record<string, string>>;
}

const mark = '=== ';

/**
 * Runs a script in a folder with some files, in network, process and mount namespaces of its own: nothing is left behind,
 * and many can run at once. `part NAME` begins a part of the output.
 */
export function inNamespace(files: readonly Pick<Artifact, 'path' | 'text'>[], script: string): Said {
  const folder = mkdtempSync(join(tmpdir(), 'aml-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const prepared = [
      'set -eu',
      'mount -t tmpfs none /run',
      'ip link set lo up',
      `part() { echo "${mark}$1"; }`,
      script,
    ];
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-c', prepared.join('\n')],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const parts = stdout.split(new RegExp(`^${mark}`, 'm')).slice(1);
    return {
      status,
      errors: stderr,
      parts: Object.fromEntries(
        parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
