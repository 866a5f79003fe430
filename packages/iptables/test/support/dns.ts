import type { Artifact } from '@azureml-firewall/renderer-kit';

/** Asks a resolver in the namespace for names, one after the other, and prints each with its answers. */
const asker = `
const { Resolver } = require('node:dns').promises;
const { readFileSync } = require('node:fs');
const resolver = new Resolver({ timeout: 2000, tries: 2 });
resolver.setServers(['127.0.0.1:5301']);
const ask = (name, type) => resolver[type](name, { ttl: true }).catch((error) => error.code);
(async () => {
  for (const name of readFileSync('names', 'utf8').split(/\\s+/).filter(Boolean)) {
    const [four, six] = [await ask(name, 'resolve4'), await ask(name, 'resolve6')];
    console.log(JSON.stringify({ name, four, six }));
  }
})();
`;

/** What a name was answered: addresses with the seconds that they may be remembered, or why there are none. */
export interface Answered {
  readonly name: string;
  readonly four: string | readonly { readonly address: string; readonly ttl: number }[];
  readonly six: Answered['four'];
}

/** Addresses of a name, made from its place in a list: no two names share one. */
export function addressOf(place: number, family: 4 | 6): string {
  return family === 4
    ? `198.${18 + (place >> 16)}.${(place >> 8) & 255}.${place & 255}`
    : `2001:db8::${(place + 1).toString(16)}`;
}

/**
 * Files for a resolver in front of which dnsmasq is put with the printed configuration: it knows all names. Upstream in the
 * printed file has to be `127.0.0.1#5302`.
 */
export function dnsFiles(names: readonly string[], otherNames: string): readonly Pick<Artifact, 'path' | 'text'>[] {
  const records = names.map((name, i) => `host-record=${name},${addressOf(i, 4)},${addressOf(i, 6)},100000`);
  const common = 'no-hosts\nbind-interfaces\nlisten-address=127.0.0.1\nno-daemon\n';
  // What the machine itself has as its resolver, where the printed file leaves that to it.
  const others = otherNames === 'resolve' ? 'no-resolv\nserver=127.0.0.1#5302\n' : '';
  return [
    { path: 'names', text: `${names.join('\n')}\n` },
    { path: 'ask.cjs', text: asker },
    { path: 'internet.conf', text: `${common}no-resolv\nport=5302\n${records.join('\n')}\n` },
    { path: 'main.conf', text: `${common}${others}port=5301\nconf-file=dnsmasq.conf\n` },
  ];
}

/** Starts both resolvers, asks for every name, and prints the answers. */
export const askAll = [
  'dnsmasq -C internet.conf --pid-file= --user=root >/dev/null 2>&1 &',
  'dnsmasq -C main.conf --pid-file= >main.log 2>&1 &',
  'for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; grep -q started main.log && break; done',
  'part answers',
  `${process.execPath} ask.cjs`,
].join('\n');
