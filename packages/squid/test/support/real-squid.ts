/// <reference types="node" />
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

let certificate: string | undefined;

/** A certificate with its key, made once. */
function proxyCertificate(): string {
  if (certificate !== undefined) return certificate;
  const folder = mkdtempSync(join(tmpdir(), 'squid-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-days', '30', '-subj', '/CN=proxy.example'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  certificate = readFileSync(key, 'utf8') + readFileSync(cert, 'utf8');
  rmSync(folder, { recursive: true });
  return certificate;
}

/** Runs with the files of a rendering in a directory that stands for the one on the proxy. */
export function installed<T>(artifacts: readonly Artifact[], directory: string, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'squid-'));
  try {
    for (const { path, text } of artifacts) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text.replaceAll(directory, root));
    }
    writeFileSync(join(root, 'proxy.pem'), proxyCertificate());
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What squid makes of files: all that it complains about, and the directives that it says it has read. */
export interface Parse {
  readonly complaints: readonly string[];
  readonly processed: readonly string[];
  readonly status: number | null;
}

/** Has squid parse the files of a rendering. */
export function parsed(artifacts: readonly Artifact[], directory: string): Parse {
  return installed(artifacts, directory, (root) => {
    const { stderr, status } = spawnSync(binary ?? 'squid', ['-k', 'parse', '-f', join(root, 'squid.conf')], {
      encoding: 'utf8',
    });
    const lines = stderr.split('\n').map((line) => line.replace(/^[0-9/: ]+\| /, '').replaceAll(root, directory));
    const complaints = lines.filter((line) => complaint.test(line) && !line.startsWith('Processing: '));
    const processed = lines.flatMap((line) => /^Processing: (.*)$/.exec(line)?.[1] ?? []);
    return { complaints, processed, status };
  });
}

/** The directives of a configuration, as squid repeats them. */
export function directivesIn(artifacts: readonly Artifact[]): readonly string[] {
  const text = artifacts.find(({ path }) => path === 'squid.conf')?.text ?? '';
  return text.split('\n').filter((line) => !/^(#|$)/.test(line));
}
