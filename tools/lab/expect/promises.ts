import { parseDestination, type Destination } from '@azureml-firewall/rule-model';
import { named, squidPromises } from './squid-promises.js';
import { isAsked, reachesByAddress, relate, type Claim, type Question } from './claim.js';

/** What the finding of a verdict promises, in the terms of its own code. */
type Promised = (question: Question) => Claim;

/** Names whose addresses the resolver can't keep out of the entry's sets. */
function together({ warnings }: Question): readonly Destination[] {
  return warnings.flatMap(({ code, data }) => {
    const also = code === 'iptables/names-together' ? parseDestination(String(data['also'])) : undefined;
    return also?.ok === true ? [also.value] : [];
  });
}

/**
 * The addresses that the resolver answers for names. Clients of the lab ask it, so that who goes by the name surely is
 * matched; whatever else goes to such an address may be.
 */
function learnt(question: Question, destinations: readonly Destination[]): Claim {
  if (isAsked(question)) return 'surely';
  return reachesByAddress(question, [...destinations, ...together(question)]) ? 'perhaps' : 'never';
}

const sharedAddress: Promised = (question) => learnt(question, [question.entry.destination]);

/** A path becomes its host. */
const pathAsHost: Promised = (question) => {
  const { destination } = question.entry;
  if (destination.kind !== 'url') return learnt(question, [destination]);
  return learnt(question, [{ kind: 'fqdn', host: destination.host }]);
};

/** `*pytorch.org` becomes the domain and all below it, for certain; look-alikes are left out, for certain. */
const suffixAsPair: Promised = (question) => {
  const { destination } = question.entry;
  if (destination.kind !== 'suffix') return relate(question, isAsked(question), false);
  const pair: readonly Destination[] = [
    { kind: 'fqdn', host: destination.suffix },
    { kind: 'wildcard', parent: destination.suffix },
  ];
  if (isAsked(question, pair)) return 'surely';
  return reachesByAddress(question, [...pair, ...together(question)]) ? 'perhaps' : 'never';
};

const onlyLess: Promised = (question) => relate(question, isAsked(question), false);

/** By code. A code that is missing here stops the lab: what it does not understand it can't judge. */
const promises: Readonly<Record<string, Promised>> = {
  'iptables/shared-address': sharedAddress,
  'iptables/denied-by-name': sharedAddress,
  'iptables/inbound-by-name': sharedAddress,
  'iptables/path-widened-to-host': pathAsHost,
  'iptables/suffix-as-pair': suffixAsPair,
  'iptables/from-inside': onlyLess,
  'iptables/outside-subnets': onlyLess,
  'iptables/sources-dropped': onlyLess,
  ...squidPromises,
};

/**
 * What is asked for, no less and no more. A proxy reads what is said: where an entry names hosts and an application, bytes
 * that are none are not what it asks for.
 */
function exactly(question: Question): Claim {
  const { record, entry } = question;
  const isNamed = entry.destination.kind !== 'cidr' && entry.destination.kind !== 'service-tag';
  if (record.target === 'squid' && isNamed && entry.rule.action === 'allow') return named(question);
  return relate(question, isAsked(question), false);
}

/** What an entry claims of a probe, by its verdict and the words of its finding. */
export function claimOf(question: Question): Claim {
  const { outcome, finding } = question.record;
  if (outcome === 'omitted') return 'never';
  if (outcome === 'exact' || finding === undefined) return exactly(question);
  const promised = promises[finding.code];
  if (!promised) throw new Error(`${finding.code}: the lab does not know what this finding promises`);
  return promised(question);
}
