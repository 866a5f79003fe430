import { destinationText, normalizeRule, type Rule } from '@azureml-firewall/rule-model';
import { parseExtraDestination } from '../profile/extra.js';
import { roles, type ExtraNeed, type Profile } from '../profile/profile.js';
import { servicesOf } from './services.js';
import { ownAddresses } from './sources.js';

/** The user's own need as a rule: its id follows from where it goes and by which ports, so that order does not matter. */
function extraRule(need: ExtraNeed, profile: Profile): Rule {
  const destination = parseExtraDestination(need);
  if (!destination.ok) throw new TypeError(`extra: expected ${destination.refusal.expected}`);
  const ports = need.ports.toSorted();
  const name = `${destinationText(destination.value)}-${ports.join('-')}`.toLowerCase();
  return normalizeRule({
    id: `own-${name
      .replaceAll('*', 'any')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}`
      .slice(0, 100)
      .replace(/-$/, ''),
    purpose: need.because,
    action: 'allow',
    direction: 'outbound',
    sources: ownAddresses(profile, roles),
    destinations: [destination.value],
    services: servicesOf(ports),
    necessity: 'required',
    origins: [{ requirement: 'own', edition: 'profile', section: 'extra', source: 'profile' }],
  });
}

/** The rules for what the profile adds of its own; the same need written twice becomes one rule. */
export function extraRules(profile: Profile): readonly Rule[] {
  return [...new Map(profile.extra.map((need) => extraRule(need, profile)).map((rule) => [rule.id, rule])).values()];
}
