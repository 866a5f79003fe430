import type { Fact, Requirement } from '@azureml-firewall/catalog';

/** One thing that a requirement opens: from one role, in one cloud, to one destination, on one range of ports. */
interface Opening {
  /** All but ports and condition. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** The condition, as it is written; undefined where there is none. */
  readonly when?: string;
}

function portRange(port: string): readonly [protocol: string, from: number, to: number] {
  const [protocol = '', range = ''] = port.split('/');
  if (range === '*') return [protocol, 0, 65535];
  const [from = 0, to = from] = range.split('-').map(Number);
  return [protocol, from, to];
}

function openingsOf(requirement: Requirement, fact: Fact): readonly Opening[] {
  const destination = fact.tag ?? fact.host ?? '?';
  const roles = fact.roles ?? requirement.roles;
  return roles.flatMap((role) =>
    fact.clouds.flatMap((cloud) =>
      fact.ports.map((port) => {
        const [protocol, from, to] = portRange(port);
        const key = [requirement.direction, role, cloud, destination, protocol].join(' ');
        return { key, from, to, ...(fact.when && { when: JSON.stringify(fact.when) }) };
      }),
    ),
  );
}

/** Whether what one opening opens is open by another one, whatever the workspace. */
function covers(one: Opening, { key, from, to, when }: Opening): boolean {
  return one.key === key && one.from <= from && one.to >= to && (one.when === undefined || one.when === when);
}

function opens(more: Requirement, less: Requirement): boolean {
  const known = less.facts.flatMap((fact) => openingsOf(less, fact));
  const all = more.facts.flatMap((fact) => openingsOf(more, fact));
  return all.some((opening) => !known.some((one) => covers(one, opening)));
}

/** How the reach of a requirement differs between two of its texts. Where that is not sure, it is said to differ. */
export function reachChange(
  before: Requirement,
  after: Requirement,
): { readonly less: boolean; readonly more: boolean } {
  return { less: opens(before, after), more: opens(after, before) };
}
