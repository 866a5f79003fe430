import { normalize, parseDestination, parsePorts, type Policy, type Rule } from '@azureml-firewall/rule-model';

/** A rule in one line: what it does, where from, where to, and by which services. */
type Line = readonly [id: string, action: Rule['action'], from: string, to: string, services: string];

/**
 * Shapes that the examples don't have: denials, hosts inside wildcards on ports of their own, ranges, prefixes of both
 * families, exact paths, and names that differ from others by little.
 */
const lines: readonly Line[] = [
  ['deny-prefix-inside', 'deny', 'a', '203.0.113.64/28', 'tcp/443'],
  ['deny-host-inside', 'deny', 'a b', 'blocked.shapes.example', 'tcp/443'],
  ['prefix', 'allow', 'a b', '203.0.113.64/26 2001:db8:cb02::/64', 'tcp/443 tcp/8704-8710 udp/123'],
  ['only-one-family', 'allow', 'a6', '2001:db8:cb03::/48', 'tcp/443'],
  ['host-in-wildcard', 'allow', 'a a6', 'portal.shapes.example', 'tcp/8443'],
  ['wildcard', 'allow', 'a a6 b', '*.shapes.example', 'tcp/443'],
  ['wildcard-in-wildcard', 'allow', 'b', '*.deep.shapes.example', 'tcp/80 tcp/443'],
  ['apex-elsewhere', 'allow', 'b', 'deep.shapes.example', 'tcp/8443-8444'],
  ['host', 'allow', 'a a6', 'one-label.example xn--bcher-kva.example a-b.c-d.example', 'tcp/443 udp/443'],
  ['suffix', 'allow', 'a b', '*suffix.example', 'tcp/443'],
  ['path', 'allow', 'a', 'files.paths.example/owner/* files.paths.example/exact', 'tcp/443'],
  ['path-in-the-clear', 'allow', 'b', 'plain.paths.example/owner/*', 'tcp/80'],
  ['every-port', 'allow', 'b', 'every-port.example', 'tcp/*'],
  ['file-share', 'allow', 'a', 'share.files.example', 'tcp/445'],
  ['many-ports', 'allow', 'a', 'ports.example', 'tcp/81,83,85,87,89,91,93,95,97,99,101,103,105,107,109,111-120'],
];

const networks: Readonly<Record<string, string>> = { a: '10.60.0.0/24', a6: 'fd60::/64', b: '10.60.1.0/24' };

function serviceOf(text: string): Rule['services'][number] {
  const [protocol, list = ''] = text.split('/');
  const ports = parsePorts(list.split(','));
  if (!ports.ok) throw new Error(`${text}: no service`);
  const application =
    text === 'tcp/80' ? 'http' : text === 'tcp/443' ? 'https' : text === 'tcp/445' ? 'smb' : undefined;
  return { protocol: protocol === 'udp' ? 'udp' : 'tcp', ports: ports.value, ...(application && { application }) };
}

function ruleOf([id, action, from, to, services]: Line): Rule {
  return {
    id,
    purpose: `Shape ${id}.`,
    action,
    direction: 'outbound',
    sources: from.split(' ').map((name) => ({ kind: 'cidr', prefix: networks[name] ?? name })),
    destinations: to.split(' ').map((text) => {
      const parsed = parseDestination(text);
      if (!parsed.ok) throw new Error(`${text}: no destination`);
      return parsed.value;
    }),
    services: services.split(' ').map(serviceOf),
    necessity: 'required',
    origins: [{ requirement: id, edition: 'lab', section: 'lab', source: 'https://example.com/lab' }],
  };
}

/** The policy of the shapes. */
export function shapes(): Policy {
  const rules = lines.map(ruleOf);
  const policy = normalize({
    cloud: 'public',
    region: 'eastus2',
    edition: 'lab',
    collections: [{ id: 'shapes', title: 'Shapes', rules }],
    routes: [],
  });
  return policy;
}
