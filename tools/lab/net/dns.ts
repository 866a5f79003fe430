import { writeFileSync } from 'node:fs';
import { addressesOf, type Book } from '../sample/book.js';
import { Daemon } from './daemon.js';
import type { Namespace } from './namespace.js';
import { links } from './topology.js';

/** The ports with a listener in a namespace, for one transport. */
export function listening(space: Namespace, transport: '-lun' | '-ltn', endpoint: string): boolean {
  return space.run(['ss', '-H', transport]).includes(`${endpoint} `);
}

/** Starts the resolver of the internet: the lab's names with their made-up addresses, exactly these and no others. */
export async function startInternetDns(space: Namespace, book: Book, file: string): Promise<Daemon> {
  const records = [...book].map(([name, record]) => `host-record=${[name, ...addressesOf(record)].join(',')}`);
  const head = ['no-resolv', 'no-hosts', 'bind-interfaces', 'no-dhcp-interface=', `listen-address=${links.resolver}`];
  writeFileSync(file, `${[...head, 'local=/#/', ...records].join('\n')}\n`);
  const daemon = new Daemon(space, ['dnsmasq', '--keep-in-foreground', '--log-facility=-', `--conf-file=${file}`]);
  await daemon.until(() => listening(space, '-lun', `${links.resolver}:53`), 'the resolver of the internet');
  return daemon;
}
