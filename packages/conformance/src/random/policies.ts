import * as fc from 'fast-check';
import {
  normalize,
  serviceText,
  type Destination,
  type Policy,
  type Rule,
  type ServiceTag,
  type Source,
} from '@azureml-firewall/rule-model';
import { hostileTexts, longTexts } from '../hostile.js';
import { by, policy, route, rule, tag, to } from '../write.js';

/** All names below it and beside it are found in its addresses. */
const covering = tag('Storage', '192.0.2.0/25', '2001:db8:1::/48');
const tags: readonly ServiceTag[] = [
  covering,
  tag('Storage.EastUS2', '192.0.2.0/28'),
  tag('AzureMonitor', ...Array.from({ length: 40 }, (_, i) => `198.18.${String(i >> 2)}.${String((i & 3) * 64)}/26`)),
  tag('AzureMachineLearning', '198.51.100.128/25', '2001:db8:2::/48'),
  { kind: 'service-tag', tag: 'VirtualNetwork' },
  { kind: 'service-tag', tag: 'BatchNodeManagement' },
];
const long = `${'l'.repeat(63)}.${'m'.repeat(63)}.${'n'.repeat(63)}.example.com`;
const destinations: readonly Destination[] = [
  ...['example.com', 'a.example.com', 'b.a.example.com', 'xn--bcher-kva.example', long],
  ...['*.example.com', '*.a.example.com', `*.${long}`, '*example.com', '*example.org'],
  ...['example.com/path/*', 'example.com/path/file', 'example.com/(a);b=c&d/', 'a.example.com/%20x'],
  ...['192.0.2.0/24', '192.0.2.77/32', '198.51.100.0/25', '2001:db8::/32', '0.0.0.0/0', '::/0'],
].map(to);
const services = [
  ...['tcp/443', 'tcp/80,443', 'tcp/443,8787,18881', 'tcp/8704-8710', 'tcp/*', 'udp/443', 'udp/5831', 'udp/*'],
  `tcp/${Array.from({ length: 60 }, (_, i) => String(10_001 + 2 * i)).join(',')}`,
].map((text) => by(text));
const sources: readonly Source[] = [
  { kind: 'any' },
  { kind: 'cidr', prefix: '10.0.0.0/8' },
  { kind: 'cidr', prefix: '10.20.0.0/16' },
  { kind: 'cidr', prefix: 'fd00::/8' },
  ...tags.slice(1),
];

function some<T>(items: readonly T[], most: number): fc.Arbitrary<readonly T[]> {
  return fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: most });
}

const text = fc.constantFrom('Sign-in', ...hostileTexts.map((one) => one.text), ...longTexts.map((one) => one.text));

const body: fc.Arbitrary<Omit<Rule, 'id'>> = fc
  .record({
    destinations: fc.oneof(some([...destinations, ...tags], 4), some([...destinations, ...tags], 20)),
    // Two services that read alike would share the id of an entry: no policy may hold both.
    services: fc.uniqueArray(fc.constantFrom(...services), { minLength: 1, maxLength: 3, selector: serviceText }),
    sources: some(sources, 3),
    action: fc.constantFrom<Rule['action']>('allow', 'allow', 'allow', 'deny'),
    direction: fc.constantFrom<Rule['direction']>('outbound', 'outbound', 'outbound', 'inbound'),
    purpose: text,
    necessity: fc.constantFrom<Rule['necessity']>('required', 'recommended', 'optional'),
    origins: text.map((requirement) => [{ requirement, edition: '2026-03-19', section: 's', source: 'p' }]),
    covered: fc.constantFrom<Partial<Rule>>(
      {},
      { coveredBy: ['Storage'] },
      { coveredBy: ['Storage'], covering: [covering] },
    ),
  })
  .map(({ covered, ...rest }) => ({ ...rest, ...covered }));

const ids = ['a', 'a-b', 'a.b', '0', 'x'.repeat(60), 'x'.repeat(100), `${'x'.repeat(99)}y`, 'any', 'constructor'];

/** Random policies in their one spelling, from none to five rules. */
export const policies: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 5 }),
    fc.array(body, { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([names, bodies, routed]) => {
    const rules = names.flatMap((id, i) => {
      const more = bodies[i];
      return more ? [rule(id, [], [], more)] : [];
    });
    return normalize(policy(rules, { routes: routed ? [route('batch')] : [] }));
  });

/** Random policies of one rule, of which every entry is short. */
export const singles: fc.Arbitrary<Policy> = body.map((more) =>
  policy([
    rule('one', [], [], { ...more, destinations: more.destinations.slice(0, 1), services: more.services.slice(0, 1) }),
  ]),
);
