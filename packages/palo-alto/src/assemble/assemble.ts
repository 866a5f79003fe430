import type { Rule } from '@azureml-firewall/rule-model';
import type { Assembled, Context, Placed } from '@azureml-firewall/renderer-kit';
import { itemsOf, sourcesOf } from '../addresses.js';
import { findingsOf } from '../findings.js';
import { groupDescription, ruleDescription, shortDescription, tagComments } from '../limits.js';
import type { Code } from '../messages.js';
import type { PanosModel, SecurityRule } from '../model.js';
import { categoryName, ruleName, setName } from '../names.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { compareTexts, note, reasonOf } from '../text.js';
import { blocksOf, type Block, type Target } from './blocks.js';
import { trimmer } from './families.js';
import { groupOf, inOrder } from './groups.js';
import { addHosts, addItems, addService, newRegistry, type Registry } from './objects.js';

type Cx = Context<PaloAltoOptions>;
type Matched = Pick<SecurityRule, 'application' | 'category' | 'destination'>;

const anywhere: Matched = { destination: ['any'], application: ['any'], category: ['any'] };

function matched(registry: Registry, { options }: Cx, rule: Rule, name: string, target: Target): Matched {
  const reason = reasonOf(rule, groupDescription.value);
  switch (target.by) {
    case 'category': {
      const category = categoryName(name);
      const description = reasonOf(rule, shortDescription.value);
      registry.categories.set(category, { name: category, entries: target.urls, description });
      return { ...anywhere, application: target.applications, category: [category] };
    }
    case 'host':
      return {
        ...anywhere,
        destination: addHosts(registry, options, target.hosts, { name: setName(name, 'destination'), reason }),
      };
    case 'address':
      return {
        ...anywhere,
        destination: addItems(registry, options, target.items, { name: setName(name, 'destination'), reason }),
      };
  }
}

function sourceOf(registry: Registry, { options }: Cx, rule: Rule): readonly string[] {
  const { items } = sourcesOf(rule, options);
  if (items === 'any') return ['any'];
  const reason = reasonOf(rule, groupDescription.value);
  return addItems(registry, options, items, { name: setName(ruleName(options.prefix, rule.id, ''), 'source'), reason });
}

function securityRule(registry: Registry, cx: Cx, rule: Rule, block: Block): SecurityRule {
  const { options } = cx;
  const { prefix, insideZones, outsideZones, logSetting, profileGroup } = options;
  const name = ruleName(prefix, rule.id, block.part);
  const outbound = rule.direction === 'outbound';
  return {
    name,
    from: outbound ? insideZones : outsideZones,
    to: outbound ? outsideZones : insideZones,
    source: sourceOf(registry, cx, rule),
    ...matched(registry, cx, rule, name, block.target),
    // Two long lists of ports can end alike, and share an object.
    service: [...new Set(block.services.flatMap((on) => addService(registry, options, on)))],
    action: rule.action,
    ...(logSetting !== '' && { logSetting }),
    ...(profileGroup !== '' && rule.action === 'allow' && { profileGroup }),
    tag: prefix,
    description: reasonOf(rule, ruleDescription.value),
  };
}

/** Where the addresses come from stands at the tag alone, so that a week without changes changes one line. */
function commentsOf(placed: readonly Placed<Node>[], { edition, cloud, options }: Cx): string {
  const documents = itemsOf(placed, options).flatMap((item) => (item.kind === 'tag' ? item.document : []));
  const tags = [...new Set(documents)].toSorted();
  const suffix = tags.length === 0 ? '' : `; service tags of ${tags.join(', ')}`;
  return note(`Azure Machine Learning, ${cloud} cloud, edition ${edition}${suffix}`, tagComments.value);
}

/** Objects stand by name, so that no rule's coming or going moves those of another. */
function byName<T extends { readonly name: string }>(objects: ReadonlyMap<string, T>): readonly T[] {
  return [...objects.values()].toSorted((a, b) => compareTexts(a.name, b.name));
}

/** Rules in the policy's order, which is their order of match, and the objects that they use. */
export function assemble(placed: readonly Placed<Node>[], cx: Cx): Assembled<PanosModel, Code> {
  const { options } = cx;
  const registry = newRegistry(trimmer(placed, options));
  const made = blocksOf(placed).flatMap(({ rule, blocks }) =>
    blocks.map((block) => ({ rule: securityRule(registry, cx, rule, block), block })),
  );
  const groups = inOrder([...registry.groups.values()].flatMap((group) => groupOf(group, options.groupMembers)));
  const model: PanosModel = {
    config: {
      tags: made.length === 0 ? [] : [{ name: options.prefix, comments: commentsOf(placed, cx) }],
      addresses: byName(registry.addresses),
      lists: byName(registry.lists),
      groups,
      services: byName(registry.services),
      categories: byName(registry.categories),
      rules: made.map(({ rule }) => rule),
    },
    carriers: Object.fromEntries(made.map(({ rule, block }) => [rule.name, block.entries])),
    feeds: byName(registry.feeds),
  };
  return { model, findings: findingsOf(model, placed, cx) };
}
