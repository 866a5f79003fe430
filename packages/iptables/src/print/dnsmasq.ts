import type { Artifact } from '@azureml-firewall/renderer-kit';
import { longestMemory } from '../limits.js';
import type { Answer, Fill, PacketFilter } from '../model.js';
import { comments, file, plainLines } from './lines.js';

function answerLines({ domain, names, asks }: Answer, upstreams: readonly string[]): readonly string[] {
  const pattern = names === 'below' ? `*.${domain}` : domain;
  return (asks ? upstreams : ['']).map((upstream) => `server=/${pattern}/${upstream}`);
}

/** What resolver and client may remember together has to be less than the time that an address is kept. */
export function memoryOf(learntSeconds: number): number {
  return Math.min(longestMemory, Math.floor(learntSeconds / 3));
}

/** A file for the configuration directory of dnsmasq. */
export function printDnsmasq(filter: PacketFilter, fillText: (fill: Fill, prefix: string) => string): Artifact {
  const { answers, fills, settings } = filter;
  const { upstreams, otherNames, prefix, learntSeconds } = settings;
  const memory = memoryOf(learntSeconds);
  const head = comments('For the configuration directory of dnsmasq, which has to be started again after a change.');
  // Without names it must not touch the resolver at all.
  if (fills.length === 0) return file('dnsmasq.conf', head);
  return file('dnsmasq.conf', [
    ...head,
    ...(otherNames === 'refuse'
      ? [...comments('Only the names below resolve; everything else is refused.'), ...plainLines('no-resolv')]
      : []),
    ...comments('Answers are remembered for less time than their addresses are kept in the sets.'),
    ...plainLines(`max-ttl=${memory}`, `max-cache-ttl=${memory}`),
    ...comments(
      '"*.x" is the names below x; "x" is x and those below it that have no line of their own. A line without an address says that there is no such name.',
    ),
    ...plainLines(...answers.flatMap((answer) => answerLines(answer, upstreams))),
    ...comments('Addresses in answers go into the sets before the client has them.'),
    ...plainLines(...fills.map((fill) => fillText(fill, prefix))),
  ]);
}
