import * as fc from 'fast-check';
import { serviceText, type Destination, type Rule, type Source } from '@azureml-firewall/rule-model';
import { by, rule } from '../write.js';
import { bareTags, covering, named, prefixes, resolvedTags } from './destinations.js';
import { hostileText } from './texts.js';

const numbers = Array.from({ length: 250 }, (_, i) => String(10_001 + 2 * i)).join(',');
const services = [
  ...['tcp/443', 'tcp/80', 'tcp/80,443', 'tcp/443,8787,18881', 'tcp/8704-8710', 'tcp/*', `tcp/${numbers}`],
  ...['udp/443', 'udp/5831', 'udp/*'],
]
  .map((text) => by(text))
  .concat(by('tcp/443', 'https'), by('tcp/8443', 'https'), by('tcp/80', 'http'), by('tcp/8080', 'http'))
  .concat(by('tcp/445', 'smb'));

const sources: readonly Source[] = [
  { kind: 'any' },
  ...['10.0.0.0/8', '10.20.0.0/16', 'fd00::/8'].map((prefix): Source => ({ kind: 'cidr', prefix })),
  ...bareTags,
  ...resolvedTags.slice(0, 5),
];

function some<T>(items: readonly T[], most: number): fc.Arbitrary<readonly T[]> {
  return fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: most });
}

/** What a rule says but for its id. */
function bodyTo(destinations: fc.Arbitrary<readonly Destination[]>, maxServices: number): fc.Arbitrary<Partial<Rule>> {
  return fc
    .record({
      destinations,
      // Two services that read alike would share the id of an entry: no policy may hold both.
      services: fc.uniqueArray(fc.constantFrom(...services), {
        minLength: 1,
        maxLength: maxServices,
        selector: serviceText,
      }),
      action: fc.constantFrom<Rule['action']>('allow', 'allow', 'allow', 'deny'),
      direction: fc.constantFrom<Rule['direction']>('outbound', 'outbound', 'outbound', 'inbound'),
      sources: some(sources, 4),
      purpose: hostileText,
      caution: hostileText,
      necessity: fc.constantFrom<Rule['necessity']>('required', 'recommended', 'optional'),
      origins: hostileText.map((requirement) => [{ requirement, edition: '2026-03-19', section: 's', source: 'p' }]),
      covered: fc.constantFrom<Partial<Rule>>(
        {},
        { coveredBy: ['Storage'] },
        { coveredBy: ['Storage'], covering: [covering] },
        { coveredBy: ['Storage'], covering: [covering] },
        { coveredBy: ['Storage', 'Unknown'], covering: [covering] },
      ),
    })
    .map(({ covered, ...body }) => ({ ...body, ...covered }));
}

/** Ids that shorten to the same, that differ by one sign, or that mean something to a device or to JavaScript. */
const ids = [
  ...['a', 'a-tcp', 'a.tcp', 'a.b', '0', 'any', 'constructor', 'tag-storage'],
  ...['x'.repeat(31), 'x'.repeat(60), 'x'.repeat(80), `${'x'.repeat(99)}y`, `${'x-'.repeat(49)}xy`],
];

/** From none to six rules with ids of their own, to some of these destinations each. */
export function rulesTo(destinations: readonly Destination[]): fc.Arbitrary<readonly Rule[]> {
  const body = bodyTo(fc.oneof(some(destinations, 5), some(destinations, 30)), 3);
  return fc
    .uniqueArray(fc.constantFrom(...ids), { maxLength: 6 })
    .chain((chosen) => fc.tuple(...chosen.map((id) => body.map((more) => ({ id, more })))))
    .map((drafts) => drafts.map(({ id, more }) => rule(id, [], [], more)));
}

/** From none to six rules of all kinds, with ids of their own. */
export const rules: fc.Arbitrary<readonly Rule[]> = rulesTo([...named, ...prefixes, ...resolvedTags, ...bareTags]);

/** Rules of one destination by one service, most of them to names. */
export const singleRules: fc.Arbitrary<Rule> = bodyTo(
  fc
    .constantFrom(named, named, named, prefixes.slice(0, 7), [...resolvedTags, ...bareTags])
    .chain((kind) => fc.constantFrom(...kind))
    .map((one) => [one]),
  1,
).map((body) => rule('one', [], [], body));
