import { destinationText, serviceText, sourceText, type Need } from '@azureml-firewall/rule-model';
import type { Near } from '../explain/explanation.js';
import { remedyText } from './remedy-text.js';

function needText(need: Need, document: string | undefined): string {
  switch (need.fact) {
    case 'source':
      return 'say where it comes from: --from <address>';
    case 'host':
      return 'ask by the name of the host';
    case 'address':
      return 'ask by the address that the name stands for';
    case 'path':
      return 'say the path: https://HOST/PATH';
    case 'tag-document':
      return document === undefined
        ? `look whether it is in ${need.tag}: --service-tags <file>`
        : `${need.tag} has no addresses in ${document}`;
  }
}

/** What would have to be otherwise, or be known, for a flow to be allowed. */
export function nearText(near: Near, document: string | undefined): string {
  const { rule, destination, service } = near.entry;
  switch (near.kind) {
    case 'undecided':
      return near.needs.map((need) => needText(need, document)).join('; ');
    case 'left-out':
      return remedyText(near.because);
    case 'source':
      return `allowed from ${rule.sources.map(sourceText).join(', ')} only`;
    case 'service':
      return `allowed on ${serviceText(service)} only`;
    case 'path':
      return `allowed on ${destinationText(destination)} only`;
    case 'below':
      return `allowed below the name only: ${destinationText(destination)}`;
  }
}
