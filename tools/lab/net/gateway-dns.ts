import { writeFileSync } from 'node:fs';
import { Daemon } from './daemon.js';
import { listening } from './dns.js';
import { links } from './topology.js';
import type { World } from './world.js';

/** What the machine's own configuration of dnsmasq says, beside a file that was rendered for its directory. */
function machine(included: string | undefined): readonly string[] {
  return [
    'no-resolv',
    'no-hosts',
    'bind-interfaces',
    `listen-address=${links.lan.ipv4}`,
    ...(included === undefined ? [] : [`conf-file=${included}`]),
  ];
}

/** Starts the gateway's resolver. Without an own list of names it asks the internet for all of them. */
export async function startGatewayDns(world: World, included: string | undefined, all: boolean): Promise<Daemon> {
  const file = `${world.folder}/gateway-dns.conf`;
  const lines = [...machine(included), ...(all ? [`server=${links.resolver}`] : [])];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const { gateway } = world.topology;
  const daemon = new Daemon(gateway, ['dnsmasq', '--keep-in-foreground', '--log-facility=-', `--conf-file=${file}`]);
  await daemon.until(() => listening(gateway, '-lun', `${links.lan.ipv4}:53`), 'the resolver of the gateway');
  return daemon;
}
