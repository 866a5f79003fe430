import {
  editions,
  loadEdition,
  plan,
  regions,
  type EditionId,
  type Fact,
  type PlanOptions,
  type ProfileInput,
  type Requirement,
} from '@azureml-firewall/catalog';
import { destinationText, entriesOf, serviceText, sourceText, type Cloud } from '@azureml-firewall/rule-model';

export const editionIds: readonly EditionId[] = editions.map(({ id }) => id);

const suffixes = new Set(
  regions.flatMap(({ tagSuffix, azureCloudSuffix, name }) => [tagSuffix, azureCloudSuffix ?? name]),
);

/** A service tag without its region: other dots belong to the name. */
export function baseOf(tag: string): string {
  const dot = tag.lastIndexOf('.');
  const end = tag.slice(dot + 1);
  return dot > 0 && (end === '<region>' || suffixes.has(end)) ? tag.slice(0, dot) : tag;
}

/** A fact with the edition and the requirement that it belongs to. */
export interface Held {
  readonly edition: EditionId;
  readonly requirement: Requirement;
  readonly fact: Fact;
}

/** Every fact of every edition. */
export const held: readonly Held[] = editionIds.flatMap((edition) =>
  loadEdition(edition).requirements.flatMap((requirement) =>
    requirement.facts.map((fact) => ({ edition, requirement, fact })),
  ),
);

/** The facts of one edition, for one cloud where one is named. */
export function factsIn(edition: EditionId, cloud?: Cloud): readonly Held[] {
  return held.filter((one) => one.edition === edition && (cloud === undefined || one.fact.clouds.includes(cloud)));
}

/**
 * What a plan lets pass, one line for each destination and port: `AzureMachineLearning udp/5831`. What comes in is marked:
 * `in AzureMachineLearning tcp/44224`.
 */
export function planned(profile: ProfileInput, options: PlanOptions = {}): readonly string[] {
  const lines = entriesOf(plan(profile, options).policy).flatMap(({ rule, destination, service }) => {
    const peers =
      rule.direction === 'inbound'
        ? rule.sources.map((one) => `in ${sourceText(one)}`)
        : [destinationText(destination)];
    return peers.flatMap((peer) =>
      service.ports.map((range) => `${peer} ${serviceText({ protocol: service.protocol, ports: [range] })}`),
    );
  });
  return [...new Set(lines)];
}

/** The lines about one destination. */
export function plannedTo(destination: string, profile: ProfileInput, options: PlanOptions = {}): readonly string[] {
  return planned(profile, options).filter((line) => line.startsWith(`${destination} `));
}

/** The disputes that a plan points out. */
export function disputed(profile: ProfileInput, edition: EditionId): readonly string[] {
  return plan(profile, { edition })
    .diagnostics.filter(({ code }) => code === 'catalog/disputed')
    .map(({ data }) => String(data['dispute']));
}

/** The places of the origins that a rule names. */
export function originsOf(rule: string, profile: ProfileInput, edition: EditionId): readonly string[] {
  const rules = plan(profile, { edition }).policy.collections.flatMap((collection) => collection.rules);
  return rules.filter(({ id }) => id === rule).flatMap(({ origins }) => origins.map(({ section }) => section));
}
