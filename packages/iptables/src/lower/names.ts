import { destinationText, serviceText, type Entry, type ServiceTag } from '@azureml-firewall/rule-model';
import { inexact, omitted, type Context, type Lowered, type NonEmpty } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';
import type { LinuxOptions } from '../options.js';

type Answer = Lowered<Match, Code>;

/** A match of a target by the service of an entry. */
export function matchOf({ service: { protocol, ports } }: Entry, target: Target): Match {
  return { target, protocol, ports };
}

/** How an entry reads in a finding. */
export function textsOf(entry: Entry): { readonly destination: string; readonly service: string } {
  return { destination: destinationText(entry.destination), service: serviceText(entry.service) };
}

function learntCode({ rule: { action, direction } }: Entry): Code {
  if (action === 'deny') return 'iptables/denied-by-name';
  return direction === 'inbound' ? 'iptables/inbound-by-name' : 'iptables/shared-address';
}

/**
 * The addresses that the resolver answers for names. Clients ask this resolver, and an address is in the set before they
 * have it, so that whoever asks gets there. As a set it is neither less nor more than asked: the name at an address from
 * elsewhere does not pass, and whatever else is found at the address does. A deny misses what nobody has asked for yet, and
 * who comes in from outside has asked another resolver.
 */
function lowerLearnt(entry: Entry, targets: NonEmpty<Target>): Answer {
  const [first, ...rest] = targets;
  const matches: NonEmpty<Match> = [matchOf(entry, first), ...rest.map((target) => matchOf(entry, target))];
  return inexact('approximated', matches, learntCode(entry), textsOf(entry));
}

/** All addresses of the tags that carry the same need; more than asked, if every tag has its addresses. */
function lowerCovering(entry: Entry, covering: readonly ServiceTag[], missing: readonly string[]): Answer {
  const [first, ...rest] = covering.flatMap(({ tag, resolved }): readonly Match[] =>
    resolved ? [matchOf(entry, { kind: 'tag', tag, ...resolved })] : [],
  );
  if (!first) return omitted('iptables/name-needs-tag', textsOf(entry));
  return inexact(missing.length === 0 ? 'widened' : 'approximated', [first, ...rest], 'iptables/covered-by-tag', {
    ...textsOf(entry),
    tags: covering.map(({ tag }) => tag),
    missing: missing.length === 0 ? 'none' : missing,
  });
}

/** Names: by what the resolver answers, or by the addresses of covering tags where clients ask another one. */
export function lowerNames(entry: Entry, targets: NonEmpty<Target>, { options }: Context<LinuxOptions>): Answer {
  const { coveredBy = [], covering = [] } = entry.rule;
  const known = covering.filter(({ resolved }) => resolved);
  const missing = coveredBy.filter((tag) => !known.some((one) => one.tag === tag));
  const isCovered = known.length > 0 && missing.length === 0;
  if (options.names === 'covering' || (options.names === 'prefer-covering' && isCovered))
    return lowerCovering(entry, known, missing);
  return lowerLearnt(entry, targets);
}
