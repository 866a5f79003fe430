import type {
  Dispute,
  Edition,
  InClusterTraffic,
  Prerequisite,
  Requirement,
  RouteFact,
} from '@azureml-firewall/catalog';
import { clouds } from '@azureml-firewall/rule-model';
import type { EditionFile } from './authoring-schema.js';
import { expandRequirement } from './expand-requirement.js';
import { lookupOf, type Lookup } from './lookup.js';
import type { Written } from './read-data.js';
import { withStandsFor } from './stands-for.js';

function disputesOf(
  { edition }: EditionFile,
  { disputes }: Written,
  requirements: readonly Requirement[],
  { when }: Lookup,
): readonly Dispute[] {
  const known = new Set(requirements.map(({ id }) => id));
  return disputes
    .filter(({ editions }) => editions?.includes(edition) ?? true)
    .filter((one) => one.requirements.some((id) => known.has(id)))
    .map(({ editions, when: condition, ...rest }) => ({
      ...rest,
      clouds: rest.clouds ?? clouds,
      ...when(condition),
    }));
}

function routesOf({ edition }: EditionFile, { routes }: Written, { when, at }: Lookup): readonly RouteFact[] {
  return routes.flatMap(({ id, purpose, editions }) => {
    const asked = editions[edition];
    if (!asked) return [];
    const { tag, byAddress, when: condition, at: places } = asked;
    return [{ id, purpose: purpose.en, tag, byAddress, ...when(condition), at: at(places) }];
  });
}

function prerequisitesOf(
  { edition }: EditionFile,
  { prerequisites }: Written,
  { always, at }: Lookup,
): readonly Prerequisite[] {
  return prerequisites.flatMap(({ id, text, when, editions }) => {
    const places = editions[edition];
    return places ? [{ id, text, when: always(when), at: at(places) }] : [];
  });
}

function inClusterOf({ inCluster }: EditionFile, { always, at }: Lookup): readonly InClusterTraffic[] {
  return inCluster.map(({ when, at: places, ...rest }) => ({ ...rest, when: always(when), at: at(places) }));
}

/** Everything an edition says, with nothing left to look up. */
export function expandEdition(file: EditionFile, written: Written): Edition {
  const { edition, title, sources, references } = file;
  const lookup = lookupOf(file, written.conditions);
  const requirements = withStandsFor(
    written.files.flatMap(({ collection, requirements: all }) =>
      all.flatMap((authored) => expandRequirement(authored, collection, edition, lookup)),
    ),
  );
  return {
    edition,
    title,
    sources,
    collections: written.files
      .map(({ collection: id, title: name }) => ({ id, title: name }))
      .filter(({ id }) => requirements.some(({ collection }) => collection === id)),
    requirements,
    routes: routesOf(file, written, lookup),
    references: references.map((reference) => ({ ...reference, when: lookup.always(reference.when) })),
    prerequisites: prerequisitesOf(file, written, lookup),
    disputes: disputesOf(file, written, requirements, lookup),
    inCluster: inClusterOf(file, lookup),
  };
}
