/// <reference types="node" />
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Artifact } from '@azureml-firewall/renderer-kit';

/** Debian has it where users don't look. */
const binary = ['/usr/sbin/squid', '/usr/local/sbin/squid'].find((path) => {
  const { error, stdout } = spawnSync(path, ['-v'], { encoding: 'utf8' });
  return error === undefined && stdout.includes('--with-openssl');
});

/** Why the real squid is not asked; nothing where it is. */
export const whyNot = binary === undefined ? 'squid with OpenSSL is missing: apt-get install squid-openssl' : undefined;

/** What squid says where it has misunderstood: its exit status does not tell. */
const complaint = /FATAL|ERROR|WARNING|Warning|unrecognized|aclParse|SECURITY/;

/** A directory with the files of a rendering, as they would be on the proxy. */
export function installed(artifacts: readonly Artifact[], directory: string): string {
  const root = mkdtempSync(join(tmpdir(), 'squid-'));
  for (const { path, text } of artifacts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text.replaceAll(directory, root));
  }
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=proxy.example'],
      ...['-keyout', join(root, 'proxy.pem'), '-out', join(root, 'cert.pem')],
    ],
    { stdio: 'ignore' },
  );
  execFileSync('sh', ['-c', 'cat "$1/cert.pem" >>"$1/proxy.pem"', 'sh', root]);
  return root;
}

/** All that squid complains about in files that it parses, and the directives that it says it has read. */
export function parsed(
  artifacts: readonly Artifact[],
  directory: string,
): { readonly complaints: readonly string[]; readonly processed: readonly string[] } {
  const root = installed(artifacts, directory);
  try {
    const { stderr, status } = spawnSync(binary ?? 'squid', ['-k', 'parse', '-f', join(root, 'squid.conf')], {
      encoding: 'utf8',
    });
    const lines = stderr.split('\n').map((line) => line.replace(/^[0-9/: ]+\| /, '').replaceAll(root, directory));
    const complaints = lines.filter((line) => complaint.test(line) && !line.startsWith('Processing: '));
    const failed = status === 0 ? [] : [`exit status ${String(status)}`];
    const processed = lines.flatMap((line) => /^Processing: (.*)$/.exec(line)?.[1] ?? []);
    return { complaints: [...complaints, ...failed], processed };
  } finally {
    rmSync(root, { recursive: true });
  }
}
