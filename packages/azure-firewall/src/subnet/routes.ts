import { familyOf, type Cloud, type Route } from '@azureml-firewall/rule-model';
import { type Context, type Finding } from '@azureml-firewall/renderer-kit';
import { limitOf, type LimitOverrides } from '../limits.js';
import { fit } from '../names.js';
import { canonicalTag, isAbsent, isListedForRoutes } from '../tag-support.js';
import { tagDocuments } from '../tags/table.js';
import type { SubnetCode } from './messages.js';
import type { RouteTable, UserRoute } from './model.js';
import type { SubnetOptions } from './options.js';

type Cx = Context<SubnetOptions & { readonly limits: LimitOverrides }>;

interface Written {
  readonly routes: readonly UserRoute[];
  readonly findings: readonly Finding<SubnetCode>[];
}

function byTag({ id, tag }: Route, cloud: Cloud, nameLength: number): UserRoute {
  return { name: fit(id, '', nameLength), destination: canonicalTag(tag, cloud), destinationKind: 'service-tag' };
}

/** A route for each IPv4 prefix, named by it: a prefix that comes or goes changes no other route. */
function byPrefix({ id, resolved }: Route, nameLength: number): readonly UserRoute[] {
  const ipv4 = (resolved?.prefixes ?? []).filter((prefix) => familyOf(prefix) === 'ipv4');
  return ipv4.map((prefix) => ({
    name: fit(id, prefix.replace(/[./]/g, '-'), nameLength),
    destination: prefix,
    destinationKind: 'prefix',
  }));
}

function leftOut({ id, resolved }: Route): readonly Finding<SubnetCode>[] {
  const ipv6 = (resolved?.prefixes ?? []).filter((prefix) => familyOf(prefix) === 'ipv6');
  return ipv6.length === 0
    ? []
    : [{ code: 'azure-firewall/route-ipv6-left-out', data: { route: id, prefixes: ipv6.length } }];
}

/** One route of the policy: by its tag where the cloud lists it for routes, else by its prefixes where they are known. */
function write(route: Route, { cloud, options }: Cx): Written {
  const { id: name, tag, byAddress: tags, resolved } = route;
  const nameLength = limitOf('nameLength', options.limits);
  const document = tagDocuments[cloud];
  const isListed = !isAbsent(tag, cloud) && isListedForRoutes(tag, cloud);
  if (options.routeBy === 'service-tag' && isListed) return { routes: [byTag(route, cloud, nameLength)], findings: [] };
  const prefixes = byPrefix(route, nameLength);
  if (prefixes.length > 0) {
    const why: Finding<SubnetCode> = {
      code: 'azure-firewall/route-by-prefix',
      data: { route: name, tag, cloud, document, prefixes: prefixes.length, label: resolved?.document ?? '' },
    };
    return {
      routes: prefixes,
      findings: [...(options.routeBy === 'service-tag' ? [why] : []), ...leftOut(route)],
    };
  }
  if (options.routeBy === 'prefix' || isAbsent(tag, cloud))
    return {
      routes: [],
      findings: [{ code: 'azure-firewall/route-without-prefixes', data: { route: name, tag, tags } }],
    };
  return {
    routes: [byTag(route, cloud, nameLength)],
    findings: [{ code: 'azure-firewall/route-by-unlisted-tag', data: { route: name, tag, cloud, document } }],
  };
}

/** Routes to the same place: a table holds one of them. */
function distinct(routes: readonly UserRoute[]): readonly UserRoute[] {
  const seen = new Set<string>();
  return routes.filter(({ destination }) => {
    const isNew = !seen.has(destination.toLowerCase());
    seen.add(destination.toLowerCase());
    return isNew;
  });
}

const defaultPrefix = '0.0.0.0/0';

function toFirewall(appliance: string): readonly UserRoute[] {
  if (appliance === '') return [];
  // An underscore is in no route's id, so that this name is never taken.
  return [{ name: 'to_firewall', destination: defaultPrefix, destinationKind: 'prefix', appliance }];
}

function bypasses(routes: readonly Route[], written: readonly Written[]): readonly Finding<SubnetCode>[] {
  const printed = routes.filter((_, i) => (written[i]?.routes ?? []).length > 0);
  if (printed.length === 0) return [];
  const destinations = [...new Set(printed.map(({ tag }) => tag))].toSorted();
  return [
    { code: 'azure-firewall/route-bypasses-firewall', data: { routes: printed.map(({ id }) => id), destinations } },
  ];
}

/** The route table of the compute subnet; none when there is nothing to route. */
export function routeTableOf(context: Cx): {
  readonly table?: RouteTable;
  readonly findings: readonly Finding<SubnetCode>[];
} {
  const { policy, options } = context;
  if (!options.routeTable) return { findings: [] };
  const written = policy.routes.map((route) => write(route, context));
  const past = written.flatMap(({ routes }) => routes).filter(({ destination }) => destination !== defaultPrefix);
  const routes = distinct([...past, ...toFirewall(options.firewallPrivateIp)]);
  return {
    ...(routes.length > 0 && { table: { name: options.routeTableName, routes } }),
    findings: [...written.flatMap(({ findings }) => findings), ...bypasses(policy.routes, written)],
  };
}
