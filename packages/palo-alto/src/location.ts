import type { Section } from './grammar.js';
import type { PaloAltoOptions } from './options.js';

/** Where a configuration is put; see the option `mode`. */
export type Location = Pick<PaloAltoOptions, 'mode' | 'vsys' | 'deviceGroup' | 'rulebase'>;

/** The words between `set` and an object. */
function scopeWords({ mode, vsys, deviceGroup }: Location): readonly string[] {
  switch (mode) {
    case 'firewall':
      return [];
    case 'vsys':
      return ['vsys', vsys];
    case 'shared':
      return ['shared'];
    case 'panorama':
      return ['device-group', deviceGroup];
  }
}

/** The rulebase: firewalls have one, Panorama one before and one after theirs. */
export function rulebaseWord({ mode, rulebase }: Location): string {
  return mode === 'firewall' || mode === 'vsys' ? 'rulebase' : `${rulebase}-rulebase`;
}

/** The words from `set` to the name of an object of a section. */
export function sectionWords(location: Location, section: Section): readonly string[] {
  const inner = section === 'rules' ? [rulebaseWord(location), 'security', 'rules'] : section.split(' ');
  return [...scopeWords(location), ...inner];
}
