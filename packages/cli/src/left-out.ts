import {
  editions,
  loadEdition,
  type Excluded,
  type Exclusion,
  type Plan,
  type Requirement,
} from '@azureml-firewall/catalog';
import {
  parseDestination,
  parsePortRange,
  type Destination,
  type Direction,
  type Policy,
  type Protocol,
  type Rule,
  type Service,
} from '@azureml-firewall/rule-model';

/** A fact that a plan leaves out, with the requirement that it belongs to. */
export interface LeftOutFact {
  readonly requirement: Requirement;
  readonly excluded: Excluded;
  /** Whether its destination is a service tag, which reads like a host. */
  readonly isTag: boolean;
}

/** What a plan leaves out, as a policy of its own, and why each of its rules is left out. */
export interface LeftOut {
  readonly policy: Policy;
  /** By the id of the rule. */
  readonly because: ReadonlyMap<string, Exclusion>;
}

/** The reasons in the order in which they are told: what was asked for on the command line first. */
const order: readonly Exclusion['kind'][] = ['addressing', 'breadth', 'role', 'no-source', 'missing-name', 'condition'];

/** The facts of one direction that a plan leaves out for a reason that somebody could change. */
export function leftOutFacts({ policy, excluded }: Plan, direction: Direction): readonly LeftOutFact[] {
  const edition = editions.find(({ id }) => id === policy.edition);
  const requirements = new Map(edition && loadEdition(edition.id).requirements.map((one) => [one.id, one]));
  return excluded
    .flatMap((one): readonly LeftOutFact[] => {
      const requirement = requirements.get(one.requirement);
      if (requirement?.direction !== direction || one.because.kind === 'no-destination') return [];
      return [{ requirement, excluded: one, isTag: one.form === 'service-tag' }];
    })
    .toSorted((a, b) => order.indexOf(a.excluded.because.kind) - order.indexOf(b.excluded.because.kind));
}

/** Nothing for a destination that holds a name which the profile does not say. */
function destinationOf({ isTag, excluded: { destination } }: LeftOutFact): Destination | undefined {
  if (isTag) return { kind: 'service-tag', tag: destination };
  const parsed = parseDestination(destination);
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

function ruleOf(
  id: string,
  { id: requirement, purpose, necessity }: Requirement,
  to: Destination,
  ports: Excluded['ports'],
): Rule {
  return {
    id,
    purpose,
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'any' }],
    destinations: [to],
    services: servicesOf(ports),
    necessity,
    origins: [{ requirement, edition: '', section: '', source: '' }],
  };
}

/** What a plan leaves out of outbound traffic, as rules. */
export function leftOut(plan: Plan): LeftOut {
  const { cloud, region, edition } = plan.policy;
  const because = new Map<string, Exclusion>();
  const rules = leftOutFacts(plan, 'outbound').flatMap((fact, i) => {
    const destination = destinationOf(fact);
    if (!destination) return [];
    const id = `left-out-${i}`;
    because.set(id, fact.excluded.because);
    return [ruleOf(id, fact.requirement, destination, fact.excluded.ports)];
  });
  return {
    policy: { cloud, region, edition, collections: [{ id: 'left-out', title: 'Left out', rules }], routes: [] },
    because,
  };
}
