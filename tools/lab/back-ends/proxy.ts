import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { render, renderUndo, type Artifact } from '@azureml-firewall/renderer-kit';
import { squid, type SquidOptions } from '@azureml-firewall/squid';
import type { Policy } from '@azureml-firewall/rule-model';
import { proxyFiles } from '../net/credentials.js';
import { listening } from '../net/dns.js';
import { writeArtifacts } from '../net/files.js';
import { remnants, reset } from '../net/kernel-state.js';
import { startDns } from '../net/machine-dns.js';
import type { Namespace } from '../net/namespace.js';
import { links } from '../net/topology.js';
import type { World } from '../net/world.js';
import type { BackEnd, Running } from './back-end.js';

const directory = '/etc/squid/aml';
const pidFile = '/run/squid-aml.pid';
const log = '/var/log/squid/cache.log';

const shared: Partial<SquidOptions> = {
  directory,
  pidFile,
  certificateDatabase: '/run/squid-certificates',
  trustedCertificates: '/run/lab/ca.pem',
};

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await sleep(25);
  }
  throw new Error(`${what}:\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''}`);
}

async function startSquid(gateway: Namespace): Promise<void> {
  gateway.run(['sh', `${directory}/apply.sh`]);
  await until(() => existsSync(pidFile) && listening(gateway, '-ltn', ':3128'), 'squid does not start');
}

async function endSquid(gateway: Namespace): Promise<void> {
  gateway.run(['squid', '-k', 'interrupt', '-f', `${directory}/squid.conf`]);
  await until(() => !existsSync(pidFile), 'squid does not end');
}

interface Setup {
  readonly options: Partial<SquidOptions>;
  /** Commands that take the packet filter's part away. */
  readonly undo: string;
}

async function start(world: World, artifacts: readonly Artifact[], { options, undo }: Setup): Promise<Running> {
  const { gateway } = world.topology;
  writeArtifacts(directory, artifacts);
  const { untrusted, authority } = proxyFiles(world.folder);
  copyFileSync(options.bump === true ? authority : untrusted, `${directory}/proxy.pem`);
  const resolving = { folder: world.folder, listen: links.lan.ipv4, asksForAll: true };
  const dns = options.mode === 'intercept' ? await startDns(gateway, resolving) : undefined;
  const stop = async (): Promise<readonly string[]> => {
    await Promise.all([existsSync(pidFile) && endSquid(gateway), dns?.end()]);
    gateway.run(['nft', '-f', '-'], undo);
    const left = remnants(gateway);
    reset(gateway);
    return left.map((line) => `left behind: ${line}`);
  };
  try {
    await startSquid(gateway);
    // Clients that could go around the proxy would make it of no use.
    gateway.run(['nft', '-f', `${directory}/fence.nft`]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop, faults: [] };
}

const undoOf = (policy: Policy, options: Partial<SquidOptions>): string =>
  renderUndo(squid, policy, options)
    .filter(({ path }) => path.endsWith('.nft'))
    .map(({ text }) => text)
    .join('');

function proxyBackEnd(id: string, title: string, some: Partial<SquidOptions>): BackEnd {
  const options = { ...shared, ...some };
  const proxy = { ipv4: links.lan.ipv4, ipv6: links.lan.ipv6, port: 3128 };
  return {
    id,
    title,
    way: some.mode === 'intercept' ? { resolver: links.lan.ipv4 } : { proxy },
    prepare: (policy) => {
      const undo = undoOf(policy, options);
      return {
        rendered: render(squid, policy, options),
        start: (world, artifacts) => start(world, artifacts, { options, undo }),
      };
    },
  };
}

/** Clients name the proxy. */
export const explicitBackEnd = proxyBackEnd('squid-explicit', 'squid, asked by its clients', {
  mode: 'explicit',
  dnsServers: [links.resolver],
});

/** Clients name the proxy, and it opens TLS where paths are told apart. */
export const openingBackEnd: BackEnd = {
  ...proxyBackEnd('squid-bump', 'squid, asked by its clients, opening TLS for paths', {
    mode: 'explicit',
    bump: true,
    dnsServers: [links.resolver],
  }),
  only: ['dual-stack-hosts-2021', 'shapes'],
};

/** The gateway redirects to the proxy. */
export const interceptBackEnd = proxyBackEnd('squid-intercept', 'squid, intercepting', {
  mode: 'intercept',
  dnsServers: [links.lan.ipv4],
});
