import { stableHash } from '@azureml-firewall/renderer-kit';
import { portText } from '@azureml-firewall/rule-model';
import type { ApplicationRule, NetworkRule } from './model.js';

type Unnamed = Omit<ApplicationRule, 'name'> | Omit<NetworkRule, 'name'>;

/** An underscore is in no policy rule's id, so that a name with a suffix is never the id of another rule. */
const separator = '_';

function contentOf(rule: Unnamed): string {
  return rule.kind === 'application'
    ? [...rule.targets, ...rule.protocols.map(({ type, port }) => `${type}:${port}`)].join(' ')
    : [...rule.destinations, ...rule.protocols, ...rule.ports.map(portText)].join(' ');
}

/** Names for a rule among its likes, the shortest first: its service tag or kind, with its protocols, with a hash. */
function wordsOf(rule: Unnamed): readonly string[] {
  const isTag = rule.kind === 'network' && rule.destinationKind === 'service-tag';
  const word = isTag ? rule.destinations.join('-') : rule.kind;
  const protocols = rule.kind === 'network' ? rule.protocols : [...new Set(rule.protocols.map(({ type }) => type))];
  return [word, `${word}-${protocols.join('-').toLowerCase()}`, `${word}-${stableHash(contentOf(rule))}`];
}

/** An id with a word, in a legal length. */
export function fit(id: string, suffix: string, nameLength: number): string {
  const name = suffix === '' ? id : `${id}${separator}${suffix}`;
  if (name.length <= nameLength) return name;
  const hash = stableHash(name);
  return `${id.slice(0, nameLength - separator.length - hash.length)}${separator}${hash}`;
}

/** Azure tells no upper from lower case in names. */
function isShared(word: string, words: readonly string[]): boolean {
  return words.filter((other) => other.toLowerCase() === word.toLowerCase()).length > 1;
}

/** Names for all that came of one id: the id when that is one thing, else with as short a word for each as tells them apart. */
export function chooseNames(id: string, all: readonly (readonly string[])[], nameLength: number): readonly string[] {
  if (all.length === 1) return [fit(id, '', nameLength)];
  return all.map((words) => {
    const alone = words.find(
      (word, length) =>
        !isShared(
          word,
          all.map((other) => other[length] ?? ''),
        ),
    );
    return fit(id, alone ?? words.at(-1) ?? '', nameLength);
  });
}

/**
 * Names for all that one policy rule became. They depend on the one policy rule alone, so that no other rule's coming or
 * going renames them.
 */
export function namesFor(id: string, rules: readonly Unnamed[], nameLength: number): readonly string[] {
  return chooseNames(id, rules.map(wordsOf), nameLength);
}
