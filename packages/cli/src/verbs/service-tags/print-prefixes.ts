import { familyOf, type Diagnostic } from '@azureml-firewall/rule-model';
import { serviceTagMessages, type ServiceTagDocument } from '@azureml-firewall/service-tags';
import type { Host } from '../../host.js';
import { findingsText } from '../../output/findings.js';
import { json } from '../../output/json.js';
import { paintFor } from '../../output/paint.js';

/** Prefixes of a document, whose tags they are, and what else the answer says of them. */
export interface Answer {
  readonly document: ServiceTagDocument;
  readonly tags: readonly string[];
  readonly prefixes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many addresses were added to make the list fit. */
  readonly added?: Readonly<Record<'ipv4' | 'ipv6', bigint>>;
}

function summaryOf({ document, tags, prefixes, added }: Answer): string {
  const v6 = prefixes.filter((prefix) => familyOf(prefix) === 'ipv6').length;
  const counts = `${prefixes.length - v6} of IPv4, ${v6} of IPv6`;
  const more = added ? `; to fit, ${added.ipv4} addresses of IPv4 and ${added.ipv6} of IPv6 were added` : '';
  return `${tags.join(', ')} in ${document.label}: ${counts}${more}\n`;
}

/** Prints prefixes as a list to copy, or as JSON; what there is to say about them goes to stderr. */
export function printPrefixes(answer: Answer, format: 'table' | 'json', host: Host): void {
  const { document, tags, prefixes, diagnostics, added } = answer;
  const { cloud, changeNumber } = document;
  // Counts of addresses are beyond what a number of JSON holds for certain.
  const more = added && { added: { ipv4: String(added.ipv4), ipv6: String(added.ipv6) } };
  const print = {
    table: () => prefixes.map((prefix) => `${prefix}\n`).join(''),
    json: () => json({ tag: tags.join(', '), tags, cloud, changeNumber, prefixes, ...more }),
  };
  host.stdout.write(print[format]());
  host.stderr.write(findingsText(diagnostics, serviceTagMessages, paintFor(host.stderr, host.env)));
  if (format === 'table') host.stderr.write(summaryOf(answer));
}
