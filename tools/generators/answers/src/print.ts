import { portText } from '@azureml-firewall/rule-model';
import type { Artifact, Span } from '@azureml-firewall/renderer-kit';
import type { NewVendorModel, NewVendorRule } from './model.js';

/** A note ends at its quote, and a backslash would take the quote away: both are written as what looks alike, as long as it was. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', "'").replaceAll('\\', '/')}"`;
}

function linesOf(rule: NewVendorRule): readonly string[] {
  return [
    `rule ${rule.name}`,
    `  ${rule.action} ${rule.direction}`,
    `  from ${rule.sources.join(' ')}`,
    `  to ${rule.destinations.join(' ')}`,
    `  ${rule.protocol} ${rule.ports.map(portText).join(' ')}`,
    `  note ${quoted(rule.description)}`,
    'end',
  ];
}

/** The rules in one file; none when there is no rule. */
export function print({ rules }: NewVendorModel): readonly Artifact[] {
  if (rules.length === 0) return [];
  const lines: string[] = [];
  const spans: Span[] = [];
  for (const rule of rules) {
    const from = lines.length + 1;
    lines.push(...linesOf(rule));
    spans.push(...rule.entries.map((entry) => ({ entry, from, to: lines.length })));
  }
  return [{ path: 'rules.conf', text: `${lines.join('\n')}\n`, spans }];
}
