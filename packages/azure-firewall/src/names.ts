import { portText } from '@azureml-firewall/rule-model';
import { nameLength } from './limits.js';
import type { ApplicationRule, NetworkRule } from './model.js';
import { stableHash } from './stable-hash.js';

type Unnamed = Omit<ApplicationRule, 'name'> | Omit<NetworkRule, 'name'>;

/** An underscore is in no policy rule's id, so that a name with a suffix is never the id of another rule. */
const separator = '_';

function contentOf(rule: Unnamed): string {
  return rule.kind === 'application'
    ? [...rule.targets, ...rule.protocols.map(({ type, port }) => `${type}:${port}`)].join(' ')
    : [...rule.destinations, ...rule.protocols, ...rule.ports.map(portText)].join(' ');
}

/** A short word for a rule: its service tag, else its kind. */
function wordOf(rule: Unnamed): string {
  return rule.kind === 'network' && rule.destinationKind === 'service-tag' ? rule.destinations.join('-') : rule.kind;
}

function fit(id: string, suffix: string): string {
  const name = suffix === '' ? id : `${id}${separator}${suffix}`;
  if (name.length <= nameLength.value) return name;
  const hash = stableHash(name);
  return `${id.slice(0, nameLength.value - separator.length - hash.length)}${separator}${hash}`;
}

/**
 * Names for all that one policy rule became: its id when that is one rule, else the id with a word for each, and with a
 * hash of the content where the word is not enough. They depend on the one policy rule alone, so that no other rule's
 * coming or going renames them.
 */
export function namesFor(id: string, rules: readonly Unnamed[]): readonly string[] {
  if (rules.length === 1) return [fit(id, '')];
  const words = rules.map(wordOf);
  return rules.map((rule, i) => {
    const word = words[i] ?? rule.kind;
    const shared = words.filter((other) => other === word).length > 1;
    return fit(id, shared ? `${word}-${stableHash(contentOf(rule))}` : word);
  });
}
