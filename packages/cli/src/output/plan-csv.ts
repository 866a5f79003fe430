import { destinationText, entriesOf, portText, sourceText, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { csv } from './csv.js';

/** The fields of a change ticket, and the rule that a row comes from. */
const titles = ['source', 'destination', 'port', 'protocol', 'action', 'justification', 'reference', 'rule'];

function justificationOf({ purpose, caution }: Rule): string {
  return caution === undefined ? purpose : `${purpose} (caution: ${caution})`;
}

function referenceOf({ origins }: Rule): string {
  const references = origins.map(({ requirement, edition, section, source }) =>
    [...new Set([requirement, edition, source, section])].join(' '),
  );
  return [...new Set(references)].join('; ');
}

/** The rules of a policy as rows of a change ticket: one per destination and service. */
export function planCsv(policy: Policy): string {
  const rows = entriesOf(policy).map(({ rule, destination, service }) => [
    rule.sources.map(sourceText).join(', '),
    destinationText(destination),
    service.ports.map(portText).join(', '),
    service.protocol,
    rule.action,
    justificationOf(rule),
    referenceOf(rule),
    rule.id,
  ]);
  return csv([titles, ...rows]);
}
