import { writeFileSync } from 'node:fs';
import { Daemon } from './daemon.js';
import { listening } from './dns.js';
import type { Namespace } from './namespace.js';
import { links } from './topology.js';

/** How a machine resolves names. */
export interface Resolving {
  /** Folder to work in. */
  readonly folder: string;
  readonly listen: string;
  /** A file for the resolver's configuration directory. */
  readonly included?: string;
  /** Whether the machine's own configuration has a resolver to ask. */
  readonly asksForAll: boolean;
}

/** Starts dnsmasq on a machine: its own few lines, and what was rendered. */
export async function startDns(
  machine: Namespace,
  { folder, listen, included, asksForAll }: Resolving,
): Promise<Daemon> {
  const lines = [
    'no-resolv',
    'no-hosts',
    'user=nobody',
    'bind-interfaces',
    `listen-address=${listen}`,
    ...(included === undefined ? [] : [`conf-file=${included}`]),
    ...(asksForAll ? [`server=${links.resolver}`] : []),
  ];
  const file = `${folder}/dnsmasq.conf`;
  writeFileSync(file, `${lines.join('\n')}\n`);
  const daemon = new Daemon(machine, ['dnsmasq', '--keep-in-foreground', '--log-facility=-', `--conf-file=${file}`]);
  await daemon.until(() => listening(machine, '-lun', `${listen}:53`), 'the resolver');
  return daemon;
}
