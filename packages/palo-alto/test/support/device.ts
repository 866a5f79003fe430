import type { PaloAltoOptions } from '../../src/index.js';
import { entriesOfCandidate, type Candidate } from '../../src/parse/candidate.js';

const naming: Readonly<Record<string, readonly string[]>> = {
  'address-group': ['static'],
  rules: ['source', 'destination', 'service', 'category'],
};

/** Names in rules and groups that nothing defines: what a commit would be refused for. */
export function dangling(candidate: Candidate): readonly string[] {
  const entries = entriesOfCandidate(candidate);
  const defined = new Set(entries.filter(({ section }) => section !== 'rules').map(({ name }) => name));
  return entries
    .flatMap(({ section, fields }) => fields.filter(({ path }) => naming[section]?.includes(path)))
    .flatMap(({ values }) => values.filter((value) => value !== 'any' && !defined.has(value)));
}

/** Somebody else's configuration at the same place: nothing of it may ever change. */
export function foreign({
  mode = 'firewall',
  vsys = 'vsys1',
  deviceGroup = '',
  rulebase = 'pre',
}: Partial<PaloAltoOptions>): string {
  const scopes = {
    firewall: '',
    vsys: `vsys "${vsys}" `,
    shared: 'shared ',
    panorama: `device-group "${deviceGroup}" `,
  };
  const scope = scopes[mode];
  const base = mode === 'firewall' || mode === 'vsys' ? 'rulebase' : `${rulebase}-rulebase`;
  return [
    `set ${scope}tag theirs comments "not ours"`,
    `set ${scope}address mail-server ip-netmask 192.0.2.25/32`,
    `set ${scope}service smtp protocol tcp port 25`,
    ...['from', 'to', 'source', 'source-user', 'application', 'category'].map(
      (field) => `set ${scope}${base} security rules mail ${field} any`,
    ),
    `set ${scope}${base} security rules mail destination mail-server`,
    `set ${scope}${base} security rules mail service smtp`,
  ].join('\n');
}
