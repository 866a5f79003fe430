import { copyFileSync, existsSync } from 'node:fs';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import { render } from '@azureml-firewall/renderer-kit';
import { squid, type SquidOptions } from '@azureml-firewall/squid';
import { proxyFiles } from '../net/credentials.js';
import { Daemon } from '../net/daemon.js';
import { listening } from '../net/dns.js';
import { writeArtifacts } from '../net/files.js';
import { startGatewayDns } from '../net/gateway-dns.js';
import { reset } from '../net/gateway-state.js';
import { links } from '../net/topology.js';
import type { World } from '../net/world.js';
import type { BackEnd, Running } from './back-end.js';

const directory = '/etc/squid/aml';
const database = '/run/squid-certificates';
const bad = /\b(FATAL|ERROR|WARNING|Warning|unrecognized|aclParse)\b/;

/** The proxy is of no use where clients can go around it: nothing of theirs is forwarded. */
const closed = `table inet lab {
  chain forward {
    type filter hook forward priority filter; policy accept;
    meta l4proto tcp reject with tcp reset
    reject with icmpx admin-prohibited
  }
}
`;

/** Starts squid on the rendered files. Its own check says little by its status, and more by what it writes. */
async function startSquid(world: World, options: Partial<SquidOptions>): Promise<Daemon> {
  const { gateway } = world.topology;
  const { untrusted, authority } = proxyFiles(world.folder);
  copyFileSync(options.bump === true ? authority : untrusted, `${directory}/proxy.pem`);
  if (options.bump === true && !existsSync(database)) {
    gateway.run([squidHelper, '-c', '-s', database, '-M', '4MB']);
    gateway.run(['chown', '-R', 'proxy:proxy', database]);
  }
  const checked = gateway.attempt(['squid', '-k', 'parse', '-f', `${directory}/squid.conf`]);
  const complaints = checked.output.split('\n').filter((line) => bad.test(line));
  if (checked.status !== 0 || complaints.length > 0) throw new Error(`squid: ${complaints.join('\n')}`);
  const daemon = new Daemon(gateway, ['squid', '-N', '-f', `${directory}/squid.conf`]);
  await daemon.until(() => listening(gateway, '-ltn', ':3128'), 'squid');
  return daemon;
}

const squidHelper = '/usr/lib/squid/security_file_certgen';

const optionsOf = (some: Partial<SquidOptions>): Partial<SquidOptions> => ({
  directory,
  certificateDatabase: database,
  trustedCertificates: '/run/lab/ca.pem',
  ...some,
});

async function start(world: World, artifacts: readonly Artifact[], options: Partial<SquidOptions>): Promise<Running> {
  const { gateway } = world.topology;
  writeArtifacts(directory, artifacts);
  const redirect = artifacts.find(({ path }) => path.endsWith('.nft'));
  if (redirect) gateway.run(['nft', '-f', `${directory}/${redirect.path}`]);
  else gateway.run(['nft', '-f', '-'], closed);
  const dns = options.mode === 'intercept' ? await startGatewayDns(world, undefined, true) : undefined;
  const proxy = await startSquid(world, options);
  const stop = async (): Promise<readonly string[]> => {
    await Promise.all([proxy.end('SIGINT'), dns?.end()]);
    reset(gateway);
    return [];
  };
  return { stop, faults: [] };
}

const asked = { ipv4: links.lan.ipv4, ipv6: links.lan.ipv6, port: 3128 };

function proxyBackEnd(id: string, title: string, some: Partial<SquidOptions>): BackEnd {
  const options = optionsOf(some);
  return {
    id,
    title,
    render: (policy) => render(squid, policy, options),
    way: some.mode === 'intercept' ? { resolver: links.lan.ipv4 } : { proxy: asked },
    start: (world, artifacts) => start(world, artifacts, options),
  };
}

/** Clients name the proxy. */
export const explicitBackEnd = proxyBackEnd('squid-explicit', 'squid, asked by its clients', {
  mode: 'explicit',
  dnsServers: [links.resolver],
});

/** Clients name the proxy, and it opens TLS where paths are told apart. */
export const openingBackEnd = proxyBackEnd('squid-bump', 'squid, asked by its clients, opening TLS for paths', {
  mode: 'explicit',
  bump: true,
  dnsServers: [links.resolver],
});

/** The gateway redirects to the proxy. */
export const interceptBackEnd = proxyBackEnd('squid-intercept', 'squid, intercepting', {
  mode: 'intercept',
  dnsServers: [links.lan.ipv4],
});
