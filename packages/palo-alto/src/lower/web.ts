import { destinationText, serviceText, type Entry, type PortRange, type Service } from '@azureml-firewall/rule-model';
import { exact, inexact, omitted, type Context, type Lowered, type NonEmpty } from '@azureml-firewall/renderer-kit';
import { urlLength } from '../limits.js';
import type { Code } from '../messages.js';
import type { CategoryNode, Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';

type Cx = Context<PaloAltoOptions>;

/** The ports of a service by whether web traffic is known to be on them. */
export interface Split {
  readonly web: readonly PortRange[];
  readonly rest: readonly PortRange[];
}

const registered = [80, 443];

/** Parts web ports from the rest. A URL category sees nothing in UDP: there is no web traffic on it, QUIC included. */
export function splitPorts({ protocol, ports, application }: Service): Split {
  if (protocol === 'udp' || application === 'smb') return { web: [], rest: ports };
  if (application) return { web: ports, rest: [] };
  const isWeb = ({ from, to }: PortRange): boolean => from === to && registered.includes(from);
  return { web: ports.filter(isWeb), rest: ports.filter((range) => !isWeb(range)) };
}

/** What App-ID calls a TLS session that it can't look into, and plain or decrypted HTTP. */
const strictApplications = ['ssl', 'web-browsing'] as const;

function isStrict({ rule }: Entry, ports: readonly PortRange[], { options }: Cx): boolean {
  return (
    options.applications === 'strict' &&
    rule.action === 'allow' &&
    ports.every(({ from, to }) => from === to && registered.includes(from))
  );
}

function categoryNode(urls: readonly string[], ports: readonly PortRange[], strict: boolean): CategoryNode {
  return { by: 'category', urls, on: { protocol: 'tcp', ports }, applications: strict ? strictApplications : ['any'] };
}

/** Web traffic to some URLs on web ports. */
export function lowerWeb(
  entry: Entry,
  urls: NonEmpty<string>,
  ports: readonly PortRange[],
  cx: Cx,
): Lowered<Node, Code> {
  const destination = destinationText(entry.destination);
  if (urls.some((url) => url.length > urlLength.value))
    return omitted('palo-alto/url-too-long', { destination, limit: urlLength.value });
  const strict = isStrict(entry, ports, cx);
  const node = categoryNode(urls, ports, strict);
  if (!strict) return exact(node);
  return inexact('narrowed', [node], 'palo-alto/strict-applications', { destination, applications: node.applications });
}

/** Web traffic to some URLs on ports where nobody says that it is web traffic: never wider than asked. */
export function lowerWebElsewhere(
  entry: Entry,
  urls: NonEmpty<string>,
  ports: readonly PortRange[],
  cx: Cx,
): Lowered<Node, Code> {
  const web = lowerWeb(entry, urls, ports, cx);
  if (web.outcome === 'omitted') return web;
  return inexact('narrowed', web.nodes, 'palo-alto/web-traffic-only', {
    destination: destinationText(entry.destination),
    service: serviceText({ protocol: 'tcp', ports }),
  });
}
