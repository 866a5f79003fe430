import { destinationText, serviceText, type Entry, type ServiceTag } from '@azureml-firewall/rule-model';
import { inexact, omitted, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import { learntAddresses } from '../limits.js';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';
import type { FortinetOptions } from '../options.js';

type Answer = Lowered<Match, Code>;

/** A match of a target by the service of an entry. */
export function matchOf({ service: { protocol, ports } }: Entry, target: Target): Match {
  return { target, protocol, ports };
}

function textsOf(entry: Entry): { readonly destination: string; readonly service: string } {
  return { destination: destinationText(entry.destination), service: serviceText(entry.service) };
}

/**
 * One host: FortiOS looks the name up by itself and matches the addresses, on any protocol and port. It is neither less nor
 * more than asked: the client may have got another address, and other hosts may share this one.
 */
export function lowerHost(entry: Entry, host: string): Answer {
  return inexact(
    'approximated',
    [matchOf(entry, { kind: 'host', host })],
    'fortinet/resolved-addresses',
    textsOf(entry),
  );
}

function lowerLearnt(entry: Entry, parent: string): Answer {
  const data = { ...textsOf(entry), limit: learntAddresses.value };
  return inexact('approximated', [matchOf(entry, { kind: 'below', parent })], 'fortinet/learnt-addresses', data);
}

/** All addresses of the tags that carry the same need; more than asked, if every tag has its addresses. */
function lowerCovering(entry: Entry, covering: readonly ServiceTag[], missing: readonly string[]): Answer {
  const [first, ...rest] = covering.flatMap(({ tag, resolved }): readonly Match[] =>
    resolved ? [matchOf(entry, { kind: 'tag', tag, ...resolved })] : [],
  );
  if (!first) return omitted('fortinet/wildcard-needs-tag', textsOf(entry));
  return inexact(missing.length === 0 ? 'widened' : 'approximated', [first, ...rest], 'fortinet/covered-by-tag', {
    ...textsOf(entry),
    tags: covering.map(({ tag }) => tag),
    missing: missing.length === 0 ? 'none' : missing,
  });
}

/**
 * All hosts below a domain. By name they have only the addresses that the FortiGate has seen in DNS answers: none, where
 * clients ask a resolver past it (in Azure, the platform's own). The addresses of covering tags need no DNS, and are the
 * better choice there, at the price of being wide.
 */
export function lowerBelow(entry: Entry, parent: string, { options }: Context<FortinetOptions>): Answer {
  const { coveredBy = [], covering = [] } = entry.rule;
  const known = covering.filter(({ resolved }) => resolved);
  const missing = coveredBy.filter((tag) => !known.some((one) => one.tag === tag));
  const isCovered = known.length > 0 && missing.length === 0;
  if (options.wildcards === 'covering' || (options.wildcards === 'prefer-covering' && isCovered))
    return lowerCovering(entry, known, missing);
  return lowerLearnt(entry, parent);
}
