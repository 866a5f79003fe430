import { aggregateCidrs, type Rule } from '@azureml-firewall/rule-model';
import type { Context } from '@azureml-firewall/renderer-kit';
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

/** Who may use the proxy: what the options say, else all that rules name. */
export function networksOf(blocks: readonly AnyBlock[], context: Context<SquidOptions>): readonly string[] {
  const { clients } = context.options;
  if (clients.length > 0) return aggregateCidrs(clients);
  return aggregateCidrs(blocks.flatMap(({ rule }) => clientsOf(rule, context)?.prefixes ?? []));
}

/**
 * Nothing where a rule holds for every client because it says so. Else its sources are named, also where these are all
 * clients now: a network that is added with another rule then changes nothing here.
 */
function fromOf(rule: Rule, context: Context<SquidOptions>): Conditions {
  const prefixes = clientsOf(rule, context)?.prefixes;
  if (!prefixes) return { acls: [], lists: [] };
  return fitted(fromName(prefixes), 'src', squidPrefixes(prefixes));
}

function portsOf({ ports }: AnyBlock): Conditions {
  const texts = ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  return fitted(portsName(ports), 'port', texts);
}

/** Blocks with their conditions. */
export function draftsOf(blocks: readonly AnyBlock[], context: Context<SquidOptions>): readonly Draft[] {
  const tagNames = tagNamesOf(blocks);
  return blocks.map((block) => {
    const [from, ports] = [fromOf(block.rule, context), portsOf(block)];
    const scope = [...from.acls, ...ports.acls].map(({ name }) => name);
    return { block, from, ports, what: conditionsOf(block, tagNames, context.options), scope };
  });
}
