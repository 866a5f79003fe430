import { valueOf, type AnyBlock, type Block } from './blocks.js';
import { inline, listed, type Conditions } from './conditions.js';
import type { BelowTarget, EndingTarget, HostTarget, PathTarget, PrefixTarget, TagTarget } from './model.js';
import { pathName, ruleName } from './names.js';
import type { SquidOptions } from './options.js';
import { pathPattern } from './path-pattern.js';
import { squidPrefixes } from './prefixes.js';

/** What the lines of a block ask: of a request, and of the TLS hello. */
export interface BlockConditions extends Conditions {
  /** What has to hold for a request. */
  readonly request: readonly string[];
  /** What has to hold for TLS; empty where TLS says nothing of it. */
  readonly tls: readonly string[];
  /** What has to hold in its place before the look at TLS. */
  readonly early?: readonly string[];
  /** The condition on a path that has to hold as well, once a request can be read. */
  readonly path?: string;
}

/** How the name of a tag's list follows from the tag. */
export type TagNames = (target: TagTarget) => string;

function baseOf({ rule, ports, isOneOfSeveral }: Block): string {
  return ruleName(rule.id, isOneOfSeveral ? ports : undefined);
}

/** Names sorted as they are read, each once. */
function valuesOf(block: Block): readonly string[] {
  return [...new Set(block.targets.flatMap((target) => valueOf(target) ?? []))].toSorted();
}

function hostConditions(block: Block<HostTarget>): BlockConditions {
  const name = `${baseOf(block)}_exact`;
  return {
    acls: [listed(name, 'dstdomain', ['-n'], name), listed(`${name}_sni`, 'ssl::server_name', [], name)],
    lists: [{ name, values: valuesOf(block) }],
    request: [name],
    tls: [`${name}_sni`],
  };
}

/** Domains of which none lies below another: squid refuses such a pair, or ignores the smaller one, by their order. */
function outermost(parents: readonly string[]): readonly string[] {
  const all = new Set(parents);
  const isBelow = (parent: string): boolean => {
    const labels = parent.split('.');
    return labels.some((_, i) => i > 0 && all.has(labels.slice(i).join('.')));
  };
  return [...all].filter((parent) => !isBelow(parent)).toSorted();
}

function belowConditions(block: Block<BelowTarget>): BlockConditions {
  const [name, apex] = [`${baseOf(block)}_below`, `${baseOf(block)}_apex`];
  const parents = outermost(block.targets.map(({ parent }) => parent));
  return {
    acls: [
      listed(name, 'dstdomain', ['-n'], name),
      listed(apex, 'dstdomain', ['-n'], apex),
      listed(`${name}_sni`, 'ssl::server_name', [], name),
      listed(`${apex}_sni`, 'ssl::server_name', [], apex),
    ],
    lists: [
      { name, values: parents.map((parent) => `.${parent}`) },
      { name: apex, values: parents },
    ],
    request: [name, `!${apex}`],
    tls: [`${name}_sni`, `!${apex}_sni`],
  };
}

/** Look-alikes can be anybody's: they may not lead to the proxy's own neighbourhood. */
function endingConditions(block: Block<EndingTarget>): BlockConditions {
  const name = `${baseOf(block)}_ending`;
  const self = block.rule.action === 'allow' ? ['!self'] : [];
  return {
    acls: [
      listed(name, 'dstdom_regex', ['-n', '-i'], name),
      listed(`${name}_sni`, 'ssl::server_name_regex', ['-i'], name),
    ],
    lists: [{ name, values: valuesOf(block) }],
    request: [name, ...self],
    tls: [`${name}_sni`, ...self],
  };
}

/**
 * The address that was dialled. Before the look at TLS squid does not have it as such yet (`localip` is its own port then),
 * but as the host of the request that it makes up; after it, that host is the name in the hello.
 */
function dialledConditions(list: string, prefixes: readonly string[], isAllowed: boolean): BlockConditions {
  const early = `${list}_pre`;
  const conditions = [list, ...(isAllowed ? ['!self'] : [])];
  return {
    acls: [listed(list, 'localip', [], list), listed(early, 'dst', ['-n'], list)],
    lists: [{ name: list, values: squidPrefixes(prefixes) }],
    request: conditions,
    tls: conditions,
    early: ['hello', early, ...(isAllowed ? ['!self_pre'] : [])],
  };
}

/** The address of a request. A deny looks names up as well, and so needs a condition of its own. */
function addressConditions(
  block: Block<PrefixTarget | TagTarget>,
  list: string,
  prefixes: readonly string[],
  options: SquidOptions,
): BlockConditions {
  const isAllowed = block.rule.action === 'allow';
  if (options.mode === 'intercept') return dialledConditions(list, prefixes, isAllowed);
  const isLooked = !isAllowed || options.addresses === 'resolved';
  const name = isLooked ? `${list}_any` : list;
  const conditions = [name, ...(isAllowed ? ['!self'] : [])];
  return {
    acls: [listed(name, 'dst', isLooked ? [] : ['-n'], list)],
    lists: [{ name: list, values: squidPrefixes(prefixes) }],
    request: conditions,
    tls: conditions,
  };
}

function pathConditions(block: Block<PathTarget>): BlockConditions {
  const [{ host, path, opened }] = block.targets;
  const name = pathName(block.rule.id, host, path);
  const found = `${name}_path`;
  return {
    acls: [
      inline(`${name}_host`, 'dstdomain', ['-n'], [host]),
      ...(opened ? [inline(`${name}_host_sni`, 'ssl::server_name', [], [host])] : []),
      inline(found, 'urlpath_regex', [], [pathPattern(path)]),
    ],
    lists: [],
    request: [`${name}_host`],
    tls: opened ? [`${name}_host_sni`] : [],
    path: found,
  };
}

/** The conditions of a block of any kind. */
export function conditionsOf(block: AnyBlock, tagNames: TagNames, options: SquidOptions): BlockConditions {
  switch (block.kind) {
    case 'host':
      return hostConditions(block);
    case 'below':
      return belowConditions(block);
    case 'ending':
      return endingConditions(block);
    case 'path':
      return pathConditions(block);
    case 'tag': {
      const [tag] = block.targets;
      return addressConditions(block, tagNames(tag), tag.prefixes, options);
    }
    case 'prefix':
      return addressConditions(block, `${baseOf(block)}_addresses`, valuesOf(block), options);
  }
}
