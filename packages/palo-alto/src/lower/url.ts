import { destinationText, type Entry, type PortRange, type UrlPath } from '@azureml-firewall/rule-model';
import { inexact, qualify, unite, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import { urlLength } from '../limits.js';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { lowerNamed } from './names.js';
import { lowerWeb, splitPorts } from './web.js';

type Cx = Context<PaloAltoOptions>;

function lowerWholeHost(entry: Entry<UrlPath>, context: Cx): Lowered<Node, Code> {
  const { host } = entry.destination;
  return qualify(lowerNamed(entry, { urls: [`${host}/`], host }, context), 'widened', {
    code: 'palo-alto/path-widened-to-host',
    data: { destination: destinationText(entry.destination), host },
  });
}

/**
 * `/path/*` wants one token at least after its last slash; a path without a star gets a slash that ends it. Entries know
 * no upper and lower case (Guidelines for URL Category Exceptions), so that a path with letters is also more than asked.
 */
function lowerPath(entry: Entry<UrlPath>, url: string, ports: readonly PortRange[], context: Cx): Lowered<Node, Code> {
  const answer = lowerWeb(entry, [url], ports, context);
  if (answer.outcome === 'omitted') return answer;
  const { destination } = entry;
  const data = { destination: destinationText(destination), host: destination.host };
  const below = destination.path.endsWith('*');
  const folded = /[A-Za-z]/.test(destination.path) ? 'approximated' : 'narrowed';
  if (below) return inexact(folded, answer.nodes, 'palo-alto/path-needs-decryption', data);
  const outcome = answer.outcome === 'exact' ? 'widened' : 'approximated';
  return inexact(outcome, answer.nodes, 'palo-alto/path-may-reach-below', data);
}

function isPlain({ service: { ports, application } }: Entry): boolean {
  return application === 'http' || (!application && ports.every(({ from, to }) => from === 80 && to === 80));
}

/** A path: by itself where the firewall sees it, else the whole host, since it would match nothing at all. */
export function lowerUrl(entry: Entry<UrlPath>, context: Cx): Lowered<Node, Code> {
  const { web, rest } = splitPorts(entry.service);
  const { host, path } = entry.destination;
  const url = /[*/]$/.test(path) ? `${host}${path}` : `${host}${path}/`;
  const seen = context.options.decryption || isPlain(entry);
  if (!seen || web.length === 0 || url.length > urlLength.value) return lowerWholeHost(entry, context);
  const byPath = lowerPath(entry, url, web, context);
  if (rest.length === 0) return byPath;
  const { protocol } = entry.service;
  return unite([byPath, lowerWholeHost({ ...entry, service: { protocol, ports: rest } }, context)]);
}
