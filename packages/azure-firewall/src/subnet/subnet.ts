import { serviceText, type Entry } from '@azureml-firewall/rule-model';
import type { Context, Finding, Placed, Revision } from '@azureml-firewall/renderer-kit';
import type { LimitOverrides } from '../limits.js';
import { sourceEnds, tagEnd } from './ends.js';
import { routeLimitFindings, securityGroupFindings } from './findings.js';
import { securityGroupRules } from './group.js';
import { lowerToSecurityGroup, matchesOf } from './lower.js';
import type { SubnetCode } from './messages.js';
import type { RouteTable, SecurityGroup, SecurityMatch } from './model.js';
import type { SubnetOptions } from './options.js';
import { routeTableOf } from './routes.js';
import type { Asked } from './rules.js';

type Cx = Context<SubnetOptions & { readonly limits: LimitOverrides }>;

/** What stands at the compute subnet, and what is said of it. */
export interface Subnet {
  readonly securityGroup?: SecurityGroup;
  readonly routeTable?: RouteTable;
  readonly findings: readonly Finding<SubnetCode>[];
  readonly revisions: readonly Revision<SubnetCode>[];
}

function isByName({ destination }: Entry): boolean {
  return destination.kind !== 'cidr' && destination.kind !== 'service-tag';
}

function isSecurityMatch(node: { readonly rule: string }): node is SecurityMatch {
  return node.rule === 'security';
}

/** What the firewall lets pass, as far as the group can say it: hosts by their ports, open to the Internet. */
function again(entry: Entry, context: Cx): readonly SecurityMatch[] {
  const { securityGroupOutbound } = context.options;
  if (securityGroupOutbound === 'none') return [];
  if (!isByName(entry)) {
    const answer = lowerToSecurityGroup(entry, context);
    return answer.outcome === 'omitted' ? [] : answer.nodes;
  }
  // A host that is denied is denied by the firewall: without its port the group would deny all others as well.
  if (securityGroupOutbound === 'allow' || entry.rule.action === 'deny') return [];
  return matchesOf(entry, sourceEnds(entry.rule.sources, context.cloud).ends, [tagEnd('Internet', context.cloud)]);
}

function askedBy({ entry, nodes }: Placed<{ readonly rule: string }>, context: Cx): readonly Asked[] {
  const own = nodes.filter(isSecurityMatch);
  if (own.length > 0) return [{ rule: entry.rule, entry: entry.id, matches: own }];
  const matches = again(entry, context);
  return matches.length === 0 ? [] : [{ rule: entry.rule, matches }];
}

function outboundFindings(asked: readonly Asked[], entries: readonly Entry[], cx: Cx): readonly Finding<SubnetCode>[] {
  const { securityGroupOutbound } = cx.options;
  const repeats = asked.some(({ entry }) => entry === undefined);
  if (securityGroupOutbound === 'allow' && repeats)
    return [{ code: 'azure-firewall/security-group-restricts-nothing', data: {} }];
  const hosts = entries.filter((entry) => isByName(entry) && entry.rule.action === 'allow');
  if (securityGroupOutbound !== 'allow-list' || hosts.length === 0) return [];
  const services = [...new Set(hosts.map(({ service }) => serviceText(service)))].toSorted();
  const count = new Set(hosts.map(({ id }) => id.split('|')[1])).size;
  return [{ code: 'azure-firewall/hosts-open-in-security-group', data: { hosts: count, services } }];
}

/** The network security group and the route table for what was placed. */
export function subnetOf(placed: readonly Placed<{ readonly rule: string }>[], context: Cx): Subnet {
  const { securityGroup: isWanted, securityGroupName: name, securityGroupOutbound, limits } = context.options;
  const { table, findings } = routeTableOf(context);
  const asked = isWanted ? placed.flatMap((one) => askedBy(one, context)) : [];
  const repeats = asked.some(({ entry }) => entry === undefined);
  const { rules, revisions } = securityGroupRules(asked, repeats && securityGroupOutbound === 'allow-list', limits);
  const securityGroup = rules.length > 0 ? { name, rules } : undefined;
  const outbound = placed.filter(({ nodes }) => !nodes.some(isSecurityMatch)).map(({ entry }) => entry);
  return {
    ...(securityGroup && { securityGroup }),
    ...(table && { routeTable: table }),
    findings: [
      ...findings,
      ...routeLimitFindings(table, limits),
      ...securityGroupFindings(securityGroup, context),
      ...(isWanted ? outboundFindings(asked, outbound, context) : []),
    ],
    revisions,
  };
}
