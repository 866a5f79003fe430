import { parsePorts, portsContain } from '@azureml-firewall/rule-model';
import { isAsked, relate, type Claim, type Question } from './claim.js';

/** What the findings of `squid` promise, by code. */
type Promised = (question: Question) => Claim;

const surelyIf = (holds: boolean): Claim => (holds ? 'surely' : 'never');

/** Whether a finding's list of ports holds the port of the probe. */
function isAmong({ record, probe }: Question): boolean {
  const ports = record.finding?.data['ports'];
  const parsed = Array.isArray(ports) ? parsePorts(ports as readonly string[]) : undefined;
  return parsed?.ok === true && portsContain(parsed.value, { from: probe.port, to: probe.port });
}

/** Whether a request names the address itself, and no name that a proxy would have to look up. */
const isLiteral = ({ probe }: Question): boolean => probe.asked === null || !probe.genuine;

/** Names, to a proxy that clients ask: TLS that shows the name, or HTTP; bytes that are neither are hung up on. */
export const named: Promised = (question) => surelyIf(isAsked(question) && question.probe.talk !== 'raw');

/** Names, to a proxy that is in the way: TLS, or HTTP on its ports, to an address that the name has. */
const intercepted: Promised = (question) => {
  const { probe } = question;
  const talk = isAmong(question) ? 'http' : 'tls';
  return surelyIf(isAsked(question) && probe.genuine && probe.talk === talk);
};

/** What is lost where squid has to see TLS before it comes to an address; nothing where it has not. */
function lostAfterName({ record, warnings }: Question): readonly string[] {
  const findings = [record.finding, ...warnings].filter((one) => one?.code === 'squid/address-after-name');
  return findings.flatMap((one) => (one?.data['lost'] ?? []) as readonly string[]);
}

/** Addresses: bytes of any kind pass to them, unless they come after names. */
const addressed: Promised = (question) => {
  const { talk, shown, genuine } = question.probe;
  const lost = lostAfterName(question);
  const isLost =
    (talk === 'raw' && lost.includes('bytes that are no TLS')) ||
    (talk === 'tls' && shown !== null && !genuine && lost.includes('names that are not at the address'));
  return surelyIf(isAsked(question) && !isLost);
};

/** Only requests that name the address; a Host header that is not in the URL does not get through. */
const addressLiteral: Promised = (question) => {
  const { talk, shown } = question.probe;
  return isLiteral(question) && !(talk === 'http' && shown !== null) ? addressed(question) : 'never';
};

/** On ports of HTTP nothing but HTTP, and the Host has to have the address. */
const httpByAddress: Promised = (question) => {
  const { probe } = question;
  if (!isAsked(question) || !isAmong(question)) return surelyIf(isAsked(question));
  return surelyIf(probe.talk === 'http' && (probe.shown === null || probe.genuine));
};

/** Paths as squid reads them; dot segments never pass. */
const path: Promised = (question) => surelyIf(isAsked(question) && question.probe.talk !== 'raw');

/** By code. */
export const squidPromises: Readonly<Record<string, Promised>> = {
  'squid/intercepted': intercepted,
  'squid/web-only': named,
  'squid/address-after-name': addressed,
  'squid/address-literal': addressLiteral,
  // What else it may stop are names with several addresses of one family, which the lab has not.
  'squid/address-any-of-name': (question) => relate(question, isAsked(question), false),
  'squid/http-by-address': httpByAddress,
  'squid/path-in-clear': path,
  'squid/path-opened': path,
  'squid/ports-left': (question) => (isAmong(question) ? 'never' : relate(question, isAsked(question), false)),
};
