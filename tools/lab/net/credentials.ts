import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../peer/call.js';
import { run } from './run.js';

const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Files that a proxy needs: a certificate that nobody trusts, and the authority with its key. */
export interface ProxyFiles {
  readonly untrusted: string;
  readonly authority: string;
}

/** Where the proxy's files are in a folder. */
export const proxyFiles = (folder: string): ProxyFiles => ({
  untrusted: join(folder, 'untrusted.pem'),
  authority: join(folder, 'authority.pem'),
});

/** Makes an authority and one certificate that carries all names. Gives the file that peers read. */
export function makeCredentials(folder: string, names: readonly string[]): string {
  const at = (name: string): string => join(folder, name);
  const [ca, caKey, key, requested, extensions, certificate] = [
    at('ca.pem'),
    at('ca.key'),
    at('server.key'),
    at('server.csr'),
    at('server.ext'),
    at('server.pem'),
  ];
  writeFileSync(extensions, `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}\n`);
  run([
    'openssl',
    'req',
    '-x509',
    '-days',
    '2',
    ...elliptic,
    '-keyout',
    caKey,
    '-out',
    ca,
    '-subj',
    '/CN=lab authority',
  ]);
  run(['openssl', 'req', '-new', ...elliptic, '-keyout', key, '-out', requested, '-subj', '/CN=lab']);
  const signing = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', extensions];
  run(['openssl', 'x509', '-req', '-in', requested, ...signing, '-out', certificate]);
  const read = (name: string): string => readFileSync(name, 'utf8');
  const proxy = proxyFiles(folder);
  const own = ['-keyout', proxy.untrusted, '-out', proxy.untrusted, '-subj', '/CN=lab proxy'];
  run(['openssl', 'req', '-x509', '-days', '2', ...elliptic, ...own]);
  writeFileSync(proxy.authority, `${read(ca)}${read(caKey)}`);
  const credentials: Credentials = { certificate: read(certificate), key: read(key), authority: read(ca) };
  writeFileSync(at('credentials.json'), JSON.stringify(credentials));
  return at('credentials.json');
}
