/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupFrom, ipGroupFrom, newPolicyFrom, type BareModel, type Reading } from './lift-resources.js';

/** An `az` that keeps what it is told: the arguments of each call, one a line, and what it reads. */
const recorder = `calls=1000
az() {
  case "$1" in
    account) printf 'subscription\\n' ;;
    rest)
      calls=$((calls + 1))
      printf '%s\\n' "$@" >"$RECORDS/$calls.arguments"
      cat >"$RECORDS/$calls.body"
      ;;
    resource) ;;
    *) return 1 ;;
  esac
}
`;

export interface AzCall {
  readonly arguments: readonly string[];
  readonly body: string;
}

/** Runs a script as it is, with an `az` that does nothing but record. */
export function runAzScript(text: string, more: Readonly<Record<string, string>> = {}): readonly AzCall[] {
  const folder = mkdtempSync(join(tmpdir(), 'az-'));
  try {
    const records = join(folder, 'records');
    mkdirSync(records);
    writeFileSync(join(folder, 'az.sh'), recorder);
    writeFileSync(join(folder, 'script.sh'), text);
    execFileSync('bash', [join(folder, 'script.sh')], {
      cwd: folder,
      stdio: 'pipe',
      env: {
        PATH: '/usr/bin:/bin',
        BASH_ENV: join(folder, 'az.sh'),
        RECORDS: records,
        RESOURCE_GROUP: 'group',
        LOCATION: 'eastus2',
        CERTIFICATE_NAME: 'authority',
        CERTIFICATE_SECRET_ID: 'https://vault.example/secrets/authority',
        IDENTITY_ID: '/identities/reader',
        ...more,
      },
    });
    return readdirSync(records)
      .filter((file) => file.endsWith('.body'))
      .toSorted()
      .map((file) => ({
        arguments: readFileSync(join(records, file.replace('body', 'arguments')), 'utf8')
          .trimEnd()
          .split('\n'),
        body: readFileSync(join(records, file), 'utf8'),
      }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const scope = '/subscriptions/subscription/resourceGroups/group/providers/Microsoft.Network';

const reading: Reading = {
  text: (text) => text,
  ipGroup: (id) => {
    const text = String(id);
    if (!text.startsWith(`${scope}/ipGroups/`)) throw new Error(`no IP group: ${text}`);
    return text.slice(`${scope}/ipGroups/`.length);
  },
};

interface Put {
  readonly names: readonly string[];
  readonly body: { readonly properties: unknown };
}

function putOf({ arguments: given, body }: AzCall): Put {
  const [, ...rest] = given;
  const url = rest[rest.indexOf('--url') + 1] ?? '';
  if (rest.slice(0, 2).join(' ') !== '--method put' || !url.startsWith(`${scope}/`)) throw new Error(`no put: ${url}`);
  return {
    names: url
      .slice(scope.length + 1)
      .replace(/\?.*$/, '')
      .split('/'),
    body: JSON.parse(body) as Put['body'],
  };
}

/** The model that a script says to Azure when it is run. The name of an existing policy is told by its groups. */
export function liftAzCli(text: string): BareModel {
  const puts = runAzScript(text).map(putOf);
  const groups = puts.filter(({ names }) => names[2] === 'ruleCollectionGroups');
  const made = puts.find(({ names }) => names[0] === 'firewallPolicies' && names.length === 2);
  const name = groups[0]?.names[1] ?? '';
  return {
    policy: made ? { name, create: newPolicyFrom(made.body.properties) } : { name },
    ipGroups: puts
      .filter(({ names }) => names[0] === 'ipGroups')
      .map(({ names, body }) => ipGroupFrom(names[1] ?? '', body.properties)),
    groups: groups.map(({ names, body }) => groupFrom(names[3] ?? '', body.properties, reading)),
  };
}
