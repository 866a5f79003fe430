import {
  accepted,
  parseDestination,
  parseSingleLine,
  refused,
  type Destination,
  type Parsed,
} from '@azureml-firewall/rule-model';

/** One host of the answer: its category is a label that Azure has renamed before, not a key. */
export interface Dependency {
  readonly category: string;
  readonly destination: Destination;
  readonly ports: readonly number[];
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(path: string, value: unknown, expected: string): Parsed<never> {
  const found = JSON.stringify(value) as string | undefined;
  return refused('dependencies/shape', `${path}: ${(found ?? 'nothing').slice(0, 80)}`, expected);
}

/** The first refusal of a list, or all of its values. */
function every<In, Out>(items: readonly In[], parse: (item: In, i: number) => Parsed<Out>): Parsed<readonly Out[]> {
  const values: Out[] = [];
  for (const [i, item] of items.entries()) {
    const parsed = parse(item, i);
    if (!parsed.ok) return parsed;
    values.push(parsed.value);
  }
  return accepted(values);
}

function parsePort(path: string, detail: unknown): Parsed<number> {
  const port = isObject(detail) ? detail['port'] : undefined;
  const valid = typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65535;
  return valid ? accepted(port) : wrong(`${path}.port`, port, 'a port from 1 to 65535');
}

function parseEndpoint(path: string, category: string, endpoint: unknown): Parsed<Dependency> {
  if (!isObject(endpoint)) return wrong(path, endpoint, 'an object with domainName and endpointDetails');
  const { domainName, endpointDetails } = endpoint;
  if (typeof domainName !== 'string') return wrong(`${path}.domainName`, domainName, 'a host');
  const destination = parseDestination(domainName.trim());
  if (!destination.ok) return wrong(`${path}.domainName`, domainName, destination.refusal.expected);
  if (!Array.isArray(endpointDetails) || endpointDetails.length === 0)
    return wrong(`${path}.endpointDetails`, endpointDetails, 'a list with at least one port');
  const ports = every(endpointDetails, (detail, i) => parsePort(`${path}.endpointDetails[${i}]`, detail));
  if (!ports.ok) return ports;
  const sorted = [...new Set(ports.value)].toSorted((a, b) => a - b);
  return accepted({ category, destination: destination.value, ports: sorted });
}

function parseCategory(path: string, item: unknown): Parsed<readonly Dependency[]> {
  const properties = isObject(item) ? item['properties'] : undefined;
  if (!isObject(properties)) return wrong(`${path}.properties`, properties, 'an object with category and endpoints');
  const { category, endpoints } = properties;
  // The recorded answer has "Compute " with a blank at its end.
  const label = parseSingleLine(typeof category === 'string' ? category.trim() : '', 100);
  if (!label.ok) return wrong(`${path}.properties.category`, category, label.refusal.expected);
  if (!Array.isArray(endpoints)) return wrong(`${path}.properties.endpoints`, endpoints, 'a list of endpoints');
  return every(endpoints, (endpoint, i) => parseEndpoint(`${path}.properties.endpoints[${i}]`, label.value, endpoint));
}

/**
 * Reads the answer of the workspace's own outbound-dependencies API (`outboundNetworkDependenciesEndpoints`), as an
 * object with `value` or as a bare list. Keys beside those that are read may be there: it is somebody else's format.
 */
export function parseDependencies(json: unknown): Parsed<readonly Dependency[]> {
  const list = isObject(json) ? json['value'] : json;
  if (!Array.isArray(list)) return wrong('value', list, 'a list of categories, as the dependencies API answers');
  const categories = every(list, (item, i) => parseCategory(`value[${i}]`, item));
  if (!categories.ok) return categories;
  const all = categories.value.flat();
  return all.length > 0 ? accepted(all) : wrong('value', list, 'at least one endpoint');
}
