import type { PaloAltoOptions } from '../../src/index.js';

const name = '[A-Za-z0-9][A-Za-z0-9_-]{0,62}';
const shortName = '[A-Za-z0-9][A-Za-z0-9_-]{0,30}';
const quoted = '"[^"\\\\?\\n]*"';
const word = '[A-Za-z0-9*:][A-Za-z0-9._*/:,~%@-]*';
const value = `(${word}|${quoted})`;
const values = `(${value}|\\[ ${value}( ${value})+ \\])`;
const ports = '[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*';

const objects = [
  `tag ${name} comments ${value}`,
  `address ${name} ip-netmask ([0-9.]+|[0-9a-f:.]+)/[0-9]+`,
  `address ${name} fqdn [a-z0-9]([a-z0-9.-])+[a-z0-9]`,
  `external-list ${shortName} type ip (certificate-profile ${value}|url https://[A-Za-z0-9._/-]+|recurring hourly|description ${value})`,
  `address-group ${name} (static ${name}|description ${value}|tag ${name})`,
  `service ${name} protocol (tcp|udp) port ${ports}`,
  `profiles custom-url-category ${shortName} (type "URL List"|list ${value}|description ${value})`,
];
const rule = [
  `(from|to|source|destination|service|application|category|profile-setting group) ${values}`,
  'source-user any',
  'action (allow|deny)',
  'log-end yes',
  `log-setting ${value}`,
  `tag ${name}`,
  `description ${value}`,
];

/** The commands that may be printed, as the vendor's grammar writes them. Nothing else is a legal line. */
export function legalLine({ mode = 'firewall', rulebase = 'pre' }: Partial<PaloAltoOptions>): RegExp {
  const scopes = { firewall: '', vsys: `vsys ${value} `, shared: 'shared ', panorama: `device-group ${value} ` };
  const base = mode === 'firewall' || mode === 'vsys' ? 'rulebase' : `${rulebase}-rulebase`;
  const rules = `${base} security rules ${name}`;
  const set = `set ${scopes[mode]}(${objects.join('|')}|${rules} (${rule.join('|')}))`;
  return new RegExp(`^(${set}|move ${scopes[mode]}${rules} (top|bottom|(before|after) ${value}))$`);
}
