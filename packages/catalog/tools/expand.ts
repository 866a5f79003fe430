import type { Edition, Exfiltration, Fact, Place, Predicate, Requirement } from '@azureml-firewall/catalog';
import { clouds } from '@azureml-firewall/rule-model';
import type { Condition, Conditions, DisputesFile, EditionFile, RequirementsFile } from './authoring-schema.js';

type AuthoredFact = RequirementsFile['requirements'][number]['editions'][string][number];

function predicateOf(condition: Condition, conditions: Conditions): Predicate {
  const found = typeof condition === 'string' ? conditions[condition] : condition;
  if (!found) throw new Error(`no condition is called ${JSON.stringify(condition)} in data/conditions.json`);
  return found;
}

function placeOf(text: string, sources: EditionFile['sources']): Place {
  const [, source = '', section = '', row] = /^([^:]+):([^#]+)(?:#(\d+))?$/.exec(text) ?? [];
  if (!sources.some(({ id }) => id === source)) throw new Error(`${text} names no source of its edition`);
  return { source, section, ...(row === undefined ? {} : { row: Number(row) }) };
}

function disputesOf(
  { edition }: EditionFile,
  disputes: DisputesFile,
  requirements: readonly Requirement[],
): DisputesFile {
  const known = new Set(requirements.map(({ id }) => id));
  return disputes
    .filter(({ editions }) => editions?.includes(edition) ?? true)
    .filter((one) => one.requirements.some((id) => known.has(id)));
}

/** The way for data to leave, in the editions whose facts open it. */
function exfiltrationOf(
  { exfiltration }: RequirementsFile['requirements'][number],
  edition: string,
): { exfiltration?: Exfiltration } {
  if (!exfiltration) return {};
  const { editions, ...note } = exfiltration;
  return (editions?.includes(edition) ?? true) ? { exfiltration: note } : {};
}

/** Everything an edition says, with nothing left to look up. */
export function expandEdition(
  edition: EditionFile,
  files: readonly RequirementsFile[],
  conditions: Conditions,
  disputes: DisputesFile,
): Edition {
  const when = (condition: Condition | undefined): { when?: Predicate } =>
    condition === undefined ? {} : { when: predicateOf(condition, conditions) };
  const at = (places: readonly string[]): readonly Place[] => places.map((text) => placeOf(text, edition.sources));
  const fact = (one: AuthoredFact): Fact => ({
    ...(one.host === undefined ? {} : { host: one.host }),
    ...(one.tag === undefined ? {} : { tag: one.tag }),
    ...(one.printed === undefined ? {} : { printed: one.printed }),
    ...(one.alternatives === undefined ? {} : { alternatives: one.alternatives }),
    clouds: one.clouds ?? clouds,
    ports: one.ports,
    ...(one.inferred === undefined ? {} : { inferred: one.inferred }),
    ...when(one.when),
    at: at(one.at),
  });
  const requirements = files.flatMap(({ collection, requirements }) =>
    requirements.flatMap((authored): Requirement[] => {
      const { editions, retired, exfiltration, ...rest } = authored;
      const facts = editions[edition.edition];
      if (!facts) return [];
      const note = exfiltrationOf(authored, edition.edition);
      return [{ ...rest, ...note, collection, facts: facts.map(fact) }];
    }),
  );
  return {
    edition: edition.edition,
    title: edition.title,
    sources: edition.sources,
    collections: files
      .map(({ collection: id, title }) => ({ id, title }))
      .filter(({ id }) => requirements.some(({ collection }) => collection === id)),
    requirements,
    routes: edition.routes.map(({ when: condition, at: places, ...route }) => ({
      ...route,
      ...when(condition),
      at: at(places),
    })),
    references: edition.references.map((reference) => ({
      ...reference,
      when: predicateOf(reference.when, conditions),
    })),
    disputes: disputesOf(edition, disputes, requirements).map(({ editions, when: condition, ...rest }) => ({
      ...rest,
      clouds: rest.clouds ?? clouds,
      ...when(condition),
    })),
    inCluster: edition.inCluster.map(({ when: condition, at: places, ...rest }) => ({
      ...rest,
      when: predicateOf(condition, conditions),
      at: at(places),
    })),
  };
}
