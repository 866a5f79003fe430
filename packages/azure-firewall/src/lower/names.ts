import { destinationText, portText, serviceText, type Entry, type PortRange } from '@azureml-firewall/rule-model';
import {
  exact,
  inexact,
  unite,
  type Context,
  type Finding,
  type Lowered,
  type NonEmpty,
} from '@azureml-firewall/renderer-kit';
import { limitOf } from '../limits.js';
import type { Code } from '../messages.js';
import type { ApplicationTarget, Match } from '../model.js';
import { resolvesNames, type AzureFirewallOptions } from '../options.js';
import { hasCoveringTags, lowerToTags } from './covering-tags.js';
import { applicationMatches, networkMatches } from './matches.js';
import { expand, splitPorts, webPortsIn } from './web-ports.js';

type Answer = Lowered<Match, Code>;
type Cx = Context<AzureFirewallOptions>;

/** A destination by name: what an application rule filters by, and the one host that it is, if it is one. */
export interface Named {
  readonly targets: NonEmpty<ApplicationTarget>;
  readonly host?: string;
}

function textsOf(
  entry: Entry,
  ports: readonly PortRange[],
): { readonly destination: string; readonly service: string } {
  const { protocol } = entry.service;
  return { destination: destinationText(entry.destination), service: serviceText({ protocol, ports }) };
}

/** Ranges that no application rule can name: the covering tag, or what web ports they hold. */
function lowerWide(entry: Entry, named: Named, wide: readonly PortRange[], cx: Cx): Answer {
  const finding: Finding<Code> = {
    code: 'azure-firewall/ports-not-expressible',
    data: {
      destination: destinationText(entry.destination),
      ports: wide.map(portText),
      highest: limitOf('applicationRulePort', cx.options.limits),
      most: limitOf('expandedPorts', cx.options.limits),
    },
  };
  const answer = lowerToTags(entry, wide, cx, finding);
  const web = webPortsIn(wide);
  if (answer.outcome !== 'omitted' || web.length === 0) return answer;
  return unite<Match, Code>([exact(...applicationMatches(named.targets, web)), answer]);
}

/** `Https:<port>`: never wider than asked, and as much as asked if the traffic is TLS with a server name. */
function lowerToHttps(entry: Entry, named: Named, ports: readonly PortRange[], cx: Cx): Answer {
  const { single, wide } = expand(ports, cx.options.limits);
  const tls = (): Answer =>
    inexact('narrowed', applicationMatches(named.targets, single), 'azure-firewall/tls-on-other-port', {
      destination: destinationText(entry.destination),
      ports: single.map(({ port }) => String(port)),
    });
  if (wide.length === 0) return tls();
  const rest = lowerWide(entry, named, wide, cx);
  return single.length === 0 ? rest : unite<Match, Code>([tls(), rest]);
}

/** A name on ports that are not web ports. */
function lowerRest(entry: Entry, named: Named, ports: readonly PortRange[], cx: Cx): Answer {
  const { protocol, application } = entry.service;
  const data = textsOf(entry, ports);
  const { host } = named;
  if (host !== undefined && resolvesNames(cx.options)) {
    const matches = networkMatches([{ kind: 'fqdn', text: host }], protocol, ports);
    return inexact('approximated', matches, 'azure-firewall/resolved-addresses', data);
  }
  const byTag = host === undefined && cx.options.nonWebWildcards === 'service-tag' && hasCoveringTags(entry);
  // SMB is known to carry no server name: Https:445 would be a rule that nothing ever matches.
  if (protocol === 'tcp' && application !== 'smb' && !byTag) return lowerToHttps(entry, named, ports, cx);
  const code = host === undefined ? 'azure-firewall/wildcard-needs-tag' : 'azure-firewall/host-needs-dns-proxy';
  return lowerToTags(entry, ports, cx, { code, data });
}

/** The answer for a destination by name: web ports to application rules, other ports to what can say them. */
export function lowerNamed(entry: Entry, named: Named, cx: Cx): Answer {
  const { web, rest } = splitPorts(entry.service, cx.options.limits);
  const parts = [
    ...(web.length > 0 ? [exact(...applicationMatches(named.targets, web))] : []),
    ...(rest.length > 0 ? [lowerRest(entry, named, rest, cx)] : []),
  ];
  return unite(parts as readonly Answer[] as NonEmpty<Answer>);
}
