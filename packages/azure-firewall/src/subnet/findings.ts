import type { Context, Finding } from '@azureml-firewall/renderer-kit';
import { limitFacts, limitOf, type LimitName, type LimitOverrides } from '../limits.js';
import { isListedForSecurityGroups } from '../tag-support.js';
import { tagDocuments } from '../tags/table.js';
import type { SubnetCode } from './messages.js';
import type { RouteTable, SecurityGroup } from './model.js';

function passed(
  name: LimitName,
  code: SubnetCode,
  count: number,
  limits: LimitOverrides,
  more: Readonly<Record<string, string>> = {},
): readonly Finding<SubnetCode>[] {
  if (count <= limitOf(name, limits)) return [];
  return [{ code, data: { count, ...limitFacts(name, limits), ...more } }];
}

/** Limits of a route table. */
export function routeLimitFindings(
  table: RouteTable | undefined,
  limits: LimitOverrides,
): readonly Finding<SubnetCode>[] {
  const routes = table?.routes ?? [];
  const tags = routes.filter(({ destinationKind }) => destinationKind === 'service-tag');
  return [
    ...passed('routes', 'azure-firewall/limit-routes', routes.length, limits),
    ...passed('tagRoutes', 'azure-firewall/limit-tag-routes', tags.length, limits),
  ];
}

/** Limits of a network security group, and tags that are not known to be taken there. */
export function securityGroupFindings(
  group: SecurityGroup | undefined,
  { cloud, options: { limits } }: Context<{ readonly limits: LimitOverrides }>,
): readonly Finding<SubnetCode>[] {
  const rules = group?.rules ?? [];
  const addresses = (['inbound', 'outbound'] as const).flatMap((direction) =>
    (['source', 'destination'] as const).flatMap((side) => {
      const count = rules
        .filter((rule) => rule.direction === direction)
        .reduce((sum, rule) => sum + rule[side].texts.length, 0);
      return passed('securityAddresses', 'azure-firewall/limit-security-addresses', count, limits, { direction, side });
    }),
  );
  const ends = rules.flatMap(({ source, destination }) => [source, destination]);
  const tags = ends.flatMap(({ kind, texts }) => (kind === 'service-tag' ? texts : []));
  const unlisted = [...new Set(tags.filter((tag) => !isListedForSecurityGroups(tag, cloud)))].toSorted();
  return [
    ...passed('securityRules', 'azure-firewall/limit-security-rules', rules.length, limits),
    ...addresses,
    ...(unlisted.length === 0
      ? []
      : [
          {
            code: 'azure-firewall/security-tag-not-listed' as const,
            data: { tags: unlisted, cloud, document: tagDocuments[cloud] },
          },
        ]),
  ];
}
