import { aggregateCidrs, cidrsContain, type Rule } from '@azureml-firewall/rule-model';
import { conditionsOf, type BlockConditions } from './block-conditions.js';
import type { AnyBlock } from './blocks.js';
import { fitted, type Conditions } from './conditions.js';
import type { Scope } from './lines.js';
import { fromName, portsName } from './names.js';
import type { SquidOptions } from './options.js';
import { squidPrefixes } from './prefixes.js';
import { clientsOf } from './sources.js';
import { tagNamesOf } from './tag-names.js';

/** A block with its conditions by group: who, on which ports, and what. */
export interface Draft {
  readonly block: AnyBlock;
  readonly from: Conditions;
  readonly ports: Conditions;
  readonly what: BlockConditions;
  readonly scope: Scope;
}

/** Who may use the proxy: what the options say, else the sources of all that is allowed. */
export function networksOf(blocks: readonly AnyBlock[], options: SquidOptions): readonly string[] {
  if (options.clients.length > 0) return aggregateCidrs(options.clients);
  const allowed = blocks.filter(({ rule }) => rule.action === 'allow');
  return aggregateCidrs(allowed.flatMap(({ rule }) => clientsOf(rule, options)?.prefixes ?? []));
}

/** Nothing where a rule holds for every client. */
function fromOf(rule: Rule, networks: readonly string[], options: SquidOptions): Conditions {
  const prefixes = clientsOf(rule, options)?.prefixes;
  if (!prefixes || cidrsContain(prefixes, networks)) return { acls: [], lists: [] };
  return fitted(fromName(prefixes), 'src', squidPrefixes(prefixes));
}

function portsOf({ ports }: AnyBlock): Conditions {
  const texts = ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  return fitted(portsName(ports), 'port', texts);
}

/** Blocks with their conditions. */
export function draftsOf(
  blocks: readonly AnyBlock[],
  networks: readonly string[],
  options: SquidOptions,
): readonly Draft[] {
  const tagNames = tagNamesOf(blocks);
  return blocks.map((block) => {
    const [from, ports] = [fromOf(block.rule, networks, options), portsOf(block)];
    const scope = [...from.acls, ...ports.acls].map(({ name }) => name);
    return { block, from, ports, what: conditionsOf(block, tagNames, options), scope };
  });
}
