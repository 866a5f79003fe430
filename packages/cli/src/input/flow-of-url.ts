import { parseCidr, parseHostname, type Flow } from '@azureml-firewall/rule-model';
import { excerpt } from '../output/printable.js';
import { Refusal } from '../refusal.js';

/** Where a URL leads. */
export type Target = Pick<Flow, 'host' | 'address' | 'protocol' | 'port' | 'path'>;

const forms = 'tcp://HOST:PORT, udp://ADDRESS:PORT or https://HOST/PATH';
const grammar = /^([a-z][a-z0-9+.-]*):\/\/(\[[^\]]*\]|[^/?#:[\]]*)(?::([^/?#]*))?(\/[^?#]*)?(?:[?#].*)?$/is;

/** The schemes that say what is spoken, with their ports. */
const webPorts: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** An address in its one spelling; undefined for what is none. */
export function addressOf(text: string): string | undefined {
  const parsed = parseCidr(text);
  return parsed.ok && !text.includes('/') ? parsed.value.replace(/\/\d+$/, '') : undefined;
}

function placeOf(url: string, text: string): Pick<Flow, 'host' | 'address'> {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  const address = addressOf(bare);
  if (address?.includes(':') === (bare !== text)) return { address };
  const host = parseHostname(text);
  if (host.ok) return { host: host.value };
  throw new Refusal(`${excerpt(url)}: found "${excerpt(text)}", expected ${host.refusal.expected}, or an IP address`);
}

function portOf(url: string, scheme: string, text: string | undefined): number {
  if (text === undefined) {
    const port = webPorts[scheme];
    if (port === undefined)
      throw new Refusal(`${excerpt(url)}: found no port, expected one, as in ${scheme}://HOST:443`);
    return port;
  }
  const port = /^[1-9][0-9]{0,4}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new Refusal(`${excerpt(url)}: found port "${excerpt(text)}", expected a number from 1 to 65535`);
}

/** What a URL asks for: its query and fragment say nothing to a firewall. */
export function targetOfUrl(url: string): Target {
  const [matched, scheme = '', host = '', port, path] = grammar.exec(url) ?? [];
  const name = scheme.toLowerCase();
  if (matched === undefined || !['tcp', 'udp', 'http', 'https'].includes(name))
    throw new Refusal(`found "${excerpt(url)}", expected ${forms}`);
  const isWeb = name in webPorts;
  if (!isWeb && path !== undefined && path !== '/')
    throw new Refusal(`${excerpt(url)}: found a path, expected none with ${name}, or https://HOST/PATH`);
  return {
    ...placeOf(url, host),
    protocol: name === 'udp' ? 'udp' : 'tcp',
    port: portOf(url, name, port),
    ...(isWeb && path !== undefined && { path }),
  };
}
