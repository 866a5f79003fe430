import {
  editions,
  loadEdition,
  type Edition,
  type Exclusion,
  type Plan,
  type Requirement,
} from '@azureml-firewall/catalog';
import {
  parseDestination,
  parsePortRange,
  type Destination,
  type Policy,
  type Protocol,
  type Rule,
  type Service,
  type Source,
} from '@azureml-firewall/rule-model';

/** What a plan leaves out, as a policy of its own, and why each of its rules is left out. */
export interface LeftOut {
  readonly policy: Policy;
  /** By the id of the rule. */
  readonly because: ReadonlyMap<string, Exclusion>;
}

/** What becomes of a destination that holds a name which the profile does not say. */
export type Unnamed =
  /** It makes no rule: nothing is known to go there. */
  | 'dropped'
  /** Whatever name it may be. */
  | 'any-name';

const everywhere: readonly Destination[] = [
  { kind: 'cidr', prefix: '0.0.0.0/0' },
  { kind: 'cidr', prefix: '::/0' },
];

/** `*.blob.core.windows.net` for `<storage>.blob.core.windows.net`. */
function withAnyName(pattern: string): string {
  const labels = pattern.split('.');
  const last = labels.findLastIndex((label) => label.includes('<'));
  return last < 0 ? pattern : ['*', ...labels.slice(last + 1)].join('.');
}

function destinationOf(requirement: Requirement, text: string, unnamed: Unnamed): Destination | undefined {
  if (requirement.facts.some(({ tag }) => tag !== undefined)) return { kind: 'service-tag', tag: text };
  if (unnamed === 'dropped' && text.includes('<')) return undefined;
  const parsed = parseDestination(withAnyName(text));
  return parsed.ok ? parsed.value : undefined;
}

/** Services from texts such as `any/443`, which the catalog has checked. */
function servicesOf(ports: readonly string[]): readonly Service[] {
  return ports.flatMap((text) => {
    const [protocol = '', range = ''] = text.split('/');
    const parsed = parsePortRange(range);
    const protocols = protocol === 'any' ? ['tcp', 'udp'] : [protocol];
    return protocols.map((one): Service => ({ protocol: one as Protocol, ports: parsed.ok ? [parsed.value] : [] }));
  });
}

function isSource(destination: Destination): destination is Destination & Source {
  return destination.kind === 'service-tag' || destination.kind === 'cidr';
}

function ruleOf(id: string, requirement: Requirement, peer: Destination, ports: readonly string[]): Rule {
  const { direction, purpose, necessity } = requirement;
  const outbound = { sources: [{ kind: 'any' } as const], destinations: [peer] };
  const inbound = { sources: isSource(peer) ? [peer] : [], destinations: everywhere };
  return {
    id,
    purpose: purpose.en,
    action: 'allow',
    direction,
    ...(direction === 'inbound' ? inbound : outbound),
    services: servicesOf(ports),
    necessity,
    origins: [{ requirement: requirement.id, edition: '', section: '', source: '' }],
  };
}

/** The reasons in the order in which they are told: what was asked for on the command line first. */
const order: readonly Exclusion['kind'][] = ['addressing', 'breadth', 'role', 'no-source', 'missing-name', 'condition'];

function editionOf({ policy }: Plan): Edition | undefined {
  const known = editions.find(({ id }) => id === policy.edition);
  return known && loadEdition(known.id);
}

/** The facts of an edition that a plan leaves out for a reason that somebody could change, as rules. */
export function leftOut(plan: Plan, unnamed: Unnamed): LeftOut {
  const { cloud, region, edition } = plan.policy;
  const requirements = new Map(editionOf(plan)?.requirements.map((one) => [one.id, one]));
  const because = new Map<string, Exclusion>();
  const excluded = plan.excluded.toSorted((a, b) => order.indexOf(a.because.kind) - order.indexOf(b.because.kind));
  const rules = excluded.flatMap((one, i) => {
    const requirement = requirements.get(one.requirement);
    const peer = requirement && destinationOf(requirement, one.destination, unnamed);
    if (!peer) return [];
    const id = `left-out-${i}`;
    because.set(id, one.because);
    return [ruleOf(id, requirement, peer, one.ports)];
  });
  return {
    policy: { cloud, region, edition, collections: [{ id: 'left-out', title: 'Left out', rules }], routes: [] },
    because,
  };
}
