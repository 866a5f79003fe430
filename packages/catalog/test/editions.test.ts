import { readdirSync, readFileSync } from 'node:fs';
import {
  editions,
  loadEdition,
  predicateText,
  profileDefaults,
  roles,
  type Predicate,
} from '@azureml-firewall/catalog';
import * as catalog from '@azureml-firewall/catalog';
import * as schema from '@azureml-firewall/catalog/schema';
import { clouds, parseDestination, parseServiceTagName } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../tools/generated.js';
import { readEditions, readTombstones, shippedFile } from '../tools/read-data.js';
import { schemaFiles } from '../tools/schemas.js';

const all = editions.map(({ id }) => loadEdition(id));
const requirements = all.flatMap((edition) =>
  edition.requirements.map((requirement) => ({ edition: edition.edition, ...requirement })),
);
const facts = requirements.flatMap(({ edition, id, facts: list }) => list.map((fact) => ({ edition, id, fact })));

it('exports what the contract names, and nothing by accident', () => {
  expect(Object.keys(catalog).toSorted()).toMatchSnapshot();
  expect(Object.keys(schema).toSorted()).toEqual(['editionSchema', 'parseProfile', 'profileSchema']);
});

it('ships exactly what data/ says: run `npm run build:editions` in packages/catalog', () => {
  const fresh = readEditions();
  const made = {
    editions: fresh.map(shippedFile),
    schemas: schemaFiles(),
    'src/generated': generatedFiles(fresh, readTombstones()),
  };
  for (const [folder, files] of Object.entries(made)) {
    const place = new URL(`../${folder}/`, import.meta.url);
    expect(readdirSync(place).toSorted()).toEqual(files.map(([name]) => name).toSorted());
    for (const [name, text] of files) expect(readFileSync(new URL(name, place), 'utf8')).toBe(text);
  }
});

it('ships editions that fit their own schema', () => {
  for (const edition of all) expect(schema.editionSchema.parse(edition)).toEqual(edition);
});

function pathsOf(predicate: Predicate): readonly string[] {
  if ('all' in predicate) return predicate.all.flatMap(pathsOf);
  if ('any' in predicate) return predicate.any.flatMap(pathsOf);
  if ('not' in predicate) return pathsOf(predicate.not);
  return ['equals' in predicate ? predicate.equals[0] : predicate.has[0]];
}

/** Hosts in the domain of one cloud that a page gives to another, each with the reason why it stands. */
const foreignHosts: Readonly<Record<string, string>> = {
  'usgov graph.windows.net': 'the article gives Azure Government the public directory graph',
  'usgov *.in.applicationinsights.azure.com': 'the AKS table of Azure Government keeps the public name',
  'china *.in.applicationinsights.azure.com': 'the AKS table of Azure China keeps the public name',
  'usgov packages.aks.azure.com': 'the AKS table of Azure Government has the public download host',
  'usgov sts.windows.net': 'the Azure Arc list of Azure Government has the public token host',
};

describe('good data', () => {
  it('has each requirement only once in an edition', () => {
    for (const { requirements: list } of all) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  });

  it('gives every fact a place on a page of its edition', () => {
    for (const { fact } of facts) expect(fact.at.length).toBeGreaterThan(0);
  });

  it('reads as a destination once its names are filled in', () => {
    const filled = (text: string): string => text.replace(/<(api-server|dns)>/, '192.0.2.1').replace(/<[a-z-]+>/g, 'x');
    const wrong = facts.filter(({ fact }) =>
      fact.tag === undefined
        ? fact.host !== undefined && !parseDestination(filled(fact.host)).ok
        : !parseServiceTagName(filled(fact.tag)).ok,
    );
    expect(wrong).toEqual([]);
  });

  it('asks only for settings that a profile has', () => {
    const known = (path: string): boolean =>
      path.split('.').reduce<unknown>((value, key) => Reflect.get(Object(value) as object, key), profileDefaults) !==
      undefined;
    const paths = facts.flatMap(({ fact }) => (fact.when ? pathsOf(fact.when) : []));
    expect(paths.filter((path) => !known(path))).toEqual([]);
  });

  it('keeps hosts of one cloud out of the others, but for those that the pages themselves give another', () => {
    const suffixes = {
      public: /(windows\.net|azure\.net|azureml\.(ms|net)|azure\.com|microsoftonline\.com|\.azurecr\.io)$/,
      usgov: /(usgovcloudapi\.net|azure\.us|azureml\.us|microsoft(online)?\.us)$/,
      china: /(chinacloudapi\.cn|azure\.cn|azureml\.cn|microsoftonline\.cn|azk8s\.cn)$/,
    };
    // A fact for every cloud is printed without telling clouds apart: its name says nothing about them.
    const foreign = facts.flatMap(({ fact: { clouds: list, host = '' } }) =>
      list.length === clouds.length
        ? []
        : list
            .filter((cloud) => Object.entries(suffixes).some(([home, suffix]) => home !== cloud && suffix.test(host)))
            .map((cloud) => `${cloud} ${host}`),
    );
    expect([...new Set(foreign)].toSorted()).toEqual(Object.keys(foreignHosts).toSorted());
  });

  it('names only roles that exist, and gives each requirement a purpose in both languages', () => {
    for (const { roles: mine, purpose } of requirements) {
      expect(mine.every((role) => roles.includes(role))).toBe(true);
      expect(purpose.en).toMatch(/^\S.*\S$/);
      expect(purpose.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  it('writes conditions that read as a sentence', () => {
    for (const { fact } of facts) if (fact.when) expect(predicateText(fact.when)).toMatch(/^[\w.() -]+$/);
  });
});
