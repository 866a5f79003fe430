import { destinationText } from '../model/destination.js';
import { actions, directions, necessities, type Rule } from '../model/rule.js';
import { applications, protocols, serviceText, type Service } from '../model/service.js';
import { sourceText } from '../model/source.js';
import { parsePortRange, portText, type PortRange } from '../net/ports.js';
import { parseServiceTagName } from '../net/service-tag-name.js';
import { parseSingleLine } from '../net/single-line.js';
import { checkDestination, checkSource, checkTag } from './check-destination.js';
import { checkOrigins } from './check-origin.js';
import {
  checkEach,
  checkId,
  checkItems,
  checkOneOf,
  checkText,
  checkUnique,
  fault,
  type PolicyFault,
} from './faults.js';

function checkRange(path: string, range: PortRange): readonly PolicyFault[] {
  if (typeof range.from !== 'number' || typeof range.to !== 'number')
    return fault(path, 'policy/not-a-number', portText(range), 'numbers from 1 to 65535');
  return checkText(path, portText(range), parsePortRange);
}

function checkPorts(path: string, ports: readonly PortRange[]): readonly PolicyFault[] {
  const wrong = checkEach(path, ports, checkRange);
  const ascending = ports.every(({ from }, i) => i === 0 || (ports[i - 1]?.to ?? 0) < from);
  if (wrong.length > 0 || ascending) return wrong;
  return fault(path, 'policy/ports', ports.map(portText).join(','), 'ascending ranges that do not overlap');
}

function checkService(path: string, { protocol, ports, application }: Service): readonly PolicyFault[] {
  return [
    ...checkOneOf(`${path}.protocol`, protocol, protocols),
    ...checkPorts(`${path}.ports`, ports),
    ...(application === undefined ? [] : checkOneOf(`${path}.application`, application, applications)),
  ];
}

function checkRepeated<T>(path: string, items: readonly T[], text: (item: T) => string): readonly PolicyFault[] {
  return checkUnique(items.map((item, i) => [`${path}[${i}]`, text(item)]));
}

/** Two items that read alike would share the id of an entry, so that neither could be accounted for. */
function checkTwice(
  path: string,
  { sources, destinations, services, coveredBy = [], covering = [] }: Rule,
): readonly PolicyFault[] {
  return [
    ...checkRepeated(`${path}.sources`, sources, sourceText),
    ...checkRepeated(`${path}.destinations`, destinations, destinationText),
    ...checkRepeated(`${path}.services`, services, serviceText),
    ...checkRepeated(`${path}.coveredBy`, coveredBy, (tag) => tag),
    ...checkRepeated(`${path}.covering`, covering, ({ tag }) => tag),
  ];
}

/** All that is wrong with a rule. */
export function checkRule(path: string, rule: Rule): readonly PolicyFault[] {
  return [
    ...checkText(`${path}.id`, rule.id, checkId),
    ...checkText(`${path}.purpose`, rule.purpose, parseSingleLine),
    ...(rule.caution === undefined ? [] : checkText(`${path}.caution`, rule.caution, parseSingleLine)),
    ...checkOneOf(`${path}.action`, rule.action, actions),
    ...checkOneOf(`${path}.direction`, rule.direction, directions),
    ...checkOneOf(`${path}.necessity`, rule.necessity, necessities),
    ...checkEach(`${path}.sources`, rule.sources, checkSource),
    ...checkEach(`${path}.destinations`, rule.destinations, checkDestination),
    ...checkEach(`${path}.services`, rule.services, checkService),
    ...checkItems(`${path}.coveredBy`, rule.coveredBy ?? [], (at, tag) => checkText(at, tag, parseServiceTagName)),
    ...checkItems(`${path}.covering`, rule.covering ?? [], checkTag),
    ...checkOrigins(`${path}.origins`, rule.origins),
    ...checkTwice(path, rule),
  ];
}
