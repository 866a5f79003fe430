import type { Requirement } from '@azureml-firewall/catalog';

const baseOf = (tag: string): string => tag.replace(/\.<region>$/, '');

function tagsOf({ facts, direction }: Requirement): readonly string[] {
  return direction === 'inbound' ? [] : facts.flatMap(({ tag }) => (tag === undefined ? [] : [baseOf(tag)]));
}

/** Each requirement that asks for a service tag with those that ask for the same by hosts: `coveredBy` the other way. */
export function withStandsFor(requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.map((requirement) => {
    const tags = tagsOf(requirement);
    const hosts = requirements.filter(({ coveredBy = [] }) => coveredBy.some((tag) => tags.includes(baseOf(tag))));
    if (hosts.length === 0) return requirement;
    const { facts, ...rest } = requirement;
    return { ...rest, standsFor: hosts.map(({ id }) => id), facts };
  });
}
