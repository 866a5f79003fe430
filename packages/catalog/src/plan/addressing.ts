import { portsContain, type Service } from '@azureml-firewall/rule-model';
import type { Applied } from './applicable.js';
import { excludedFact, type Excluded } from './excluded.js';
import { splitByRoles, type PlannedNeed } from './need.js';
import { servicesOf } from './services.js';

/** The words for {@link Addressing}. */
export const addressings = ['service-tags', 'hosts', 'both'] as const;

/** The form of a need that the sources give twice: as a service tag, and as hosts for firewalls that know no tags. */
export type Addressing = (typeof addressings)[number];

/** Needs that remain, and what was left out in favour of their other form. */
export interface Chosen {
  readonly needs: readonly PlannedNeed[];
  readonly excluded: readonly Excluded[];
}

const baseOf = (tag: string): string => tag.replace(/\.<region>$/, '');

/** The tags of a need, without their region; none when it is given as hosts. */
function tagsOf({ requirement, applied }: PlannedNeed): readonly string[] {
  if (requirement.direction === 'inbound') return [];
  return [...new Set(applied.flatMap(({ fact }) => (fact.tag === undefined ? [] : [baseOf(fact.tag)])))];
}

const coveringTags = ({ requirement }: PlannedNeed): readonly string[] => (requirement.coveredBy ?? []).map(baseOf);

/** The needs that say the same in the other form. */
function othersOf(need: PlannedNeed, needs: readonly PlannedNeed[], addressing: Addressing): readonly PlannedNeed[] {
  const tags = tagsOf(need);
  if (addressing === 'service-tags')
    return needs.filter((other) => tagsOf(other).some((tag) => coveringTags(need).includes(tag)));
  return needs.filter((other) => coveringTags(other).some((tag) => tags.includes(tag)));
}

function carries(services: readonly Service[], port: string): boolean {
  return servicesOf([port]).every(({ protocol, ports: [range] }) => {
    const same = services.filter((service) => service.protocol === protocol);
    // "Every port" is how a source says that it names none: the other form's ports are the narrower statement.
    if (port.endsWith('/*')) return same.length > 0;
    return (
      range !== undefined &&
      portsContain(
        same.flatMap(({ ports }) => ports),
        range,
      )
    );
  });
}

/** `any/443` as the two statements that it is: the other form may carry only one of them. */
function singly(port: string): readonly string[] {
  return port.startsWith('any/') ? ['tcp', 'udp'].map((protocol) => port.replace('any', protocol)) : [port];
}

/** Those of a fact's ports that its other form does not carry. Ports that the source does not print are no disagreement. */
function remainder({ fact }: Applied, ports: readonly string[], others: readonly PlannedNeed[]): readonly string[] {
  if (fact.inferred?.includes('ports')) return [];
  const services = servicesOf(others.flatMap(({ applied }) => applied.flatMap((one) => one.fact.ports)));
  return ports.filter((port) => !carries(services, port));
}

function chooseForm(need: PlannedNeed, others: readonly PlannedNeed[]): Chosen {
  if (others.length === 0) return { needs: [need], excluded: [] };
  const insteadOf = others.map(({ requirement }) => requirement.id);
  const kept: Applied[] = [];
  const excluded: Excluded[] = [];
  for (const one of need.applied) {
    const ports = one.fact.ports.flatMap(singly);
    const rest = remainder(one, ports, others);
    const dropped = ports.filter((port) => !rest.includes(port));
    if (rest.length > 0) kept.push({ ...one, fact: { ...one.fact, ports: rest } });
    if (dropped.length > 0) {
      const because = { kind: 'addressing', insteadOf } as const;
      excluded.push(excludedFact(need.requirement, one.fact, { text: one.text, ports: dropped, because }));
    }
  }
  return { needs: kept.length > 0 ? [{ ...need, applied: kept }] : [], excluded };
}

/** How to choose: the form, and whether each role has addresses of its own. */
interface Choice {
  readonly addressing: Addressing;
  readonly byRole: boolean;
}

/**
 * The roles of a need that its other form does not serve keep the form that they have. A tag stands for all of a service:
 * where everybody has the same addresses, it is open to all of them by whomever it is asked for.
 */
function chooseByRole(need: PlannedNeed, others: readonly PlannedNeed[], { addressing, byRole }: Choice): Chosen {
  if (addressing === 'service-tags' && !byRole) return chooseForm(need, others);
  const { served, unserved } = splitByRoles(need, others);
  const chosen = served ? chooseForm(served, others) : { needs: [], excluded: [] };
  return { needs: [...chosen.needs, ...(unserved ? [unserved] : [])], excluded: chosen.excluded };
}

/**
 * Leaves one form of each need that has two. What only one form carries, a need, a role or single ports, stays in any
 * case.
 */
export function chooseForms(needs: readonly PlannedNeed[], choice: Choice): Chosen {
  const { addressing } = choice;
  if (addressing === 'both') return { needs, excluded: [] };
  const chosen = needs.map((need) => chooseByRole(need, othersOf(need, needs, addressing), choice));
  return { needs: chosen.flatMap((one) => one.needs), excluded: chosen.flatMap((one) => one.excluded) };
}
