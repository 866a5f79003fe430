import { destinationText, serviceText, type Entry, type PortRange } from '@azureml-firewall/rule-model';
import { inexact, unite, type Context, type Lowered, type NonEmpty } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { isCovered, lowerToAddresses } from './covering.js';
import { lowerWeb, lowerWebElsewhere, splitPorts } from './web.js';

type Answer = Lowered<Node, Code>;
type Cx = Context<PaloAltoOptions>;

/** A destination by name: entries of a URL category, and the one host that it is, if it is one. */
export interface Named {
  readonly urls: NonEmpty<string>;
  readonly host?: string;
}

/** A name on ports that are not known to carry web traffic. */
function lowerRest(entry: Entry, { urls, host }: Named, ports: readonly PortRange[], cx: Cx): Answer {
  const { protocol, application } = entry.service;
  if (host !== undefined)
    return inexact('approximated', [{ by: 'host', host, on: { protocol, ports } }], 'palo-alto/resolved-addresses', {
      destination: destinationText(entry.destination),
      service: serviceText({ protocol, ports }),
    });
  const byAddress = cx.options.otherTcpWildcards === 'addresses' && isCovered(entry, cx);
  if (protocol !== 'tcp' || application === 'smb' || byAddress) return lowerToAddresses(entry, ports, cx);
  const [smb, others] = [ports.filter(isSmb), ports.filter((range) => !isSmb(range))];
  if (smb.length === 0) return lowerWebElsewhere(entry, urls, others, cx);
  const byAddresses = lowerToAddresses(entry, smb, cx);
  return others.length === 0 ? byAddresses : unite([lowerWebElsewhere(entry, urls, others, cx), byAddresses]);
}

/** SMB is known to be no web traffic: a category on 445 would be a rule that nothing ever matches. */
function isSmb({ from, to }: PortRange): boolean {
  return from === 445 && to === 445;
}

/** The answer for a destination by name: web ports by URL category, other ports by what can say them. */
export function lowerNamed(entry: Entry, named: Named, cx: Cx): Answer {
  const { web, rest } = splitPorts(entry.service);
  if (web.length === 0) return lowerRest(entry, named, rest, cx);
  const byUrl = lowerWeb(entry, named.urls, web, cx);
  return rest.length === 0 ? byUrl : unite([byUrl, lowerRest(entry, named, rest, cx)]);
}
