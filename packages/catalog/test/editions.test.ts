import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  editions,
  loadEdition,
  predicateText,
  profileDefaults,
  requirementIds,
  roles,
  routeIds,
  type Predicate,
} from '@azureml-firewall/catalog';
import * as catalog from '@azureml-firewall/catalog';
import * as schema from '@azureml-firewall/catalog/schema';
import { clouds, parseDestination, parseServiceTagName } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../tools/generated.js';
import { purposeFiles, readEditions, readTombstones, shippedFile } from '../tools/read-data.js';
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
    purposes: purposeFiles(),
    schemas: schemaFiles(),
    'src/generated': generatedFiles(fresh, readTombstones()),
  };
  for (const [folder, files] of Object.entries(made)) {
    const place = new URL(`../${folder}/`, import.meta.url);
    expect(readdirSync(place).toSorted()).toEqual(files.map(([name]) => name).toSorted());
    for (const [name, text] of files) expect(readFileSync(new URL(name, place), 'utf8')).toBe(text);
  }
});

it('ships editions of at most 15 kB each, compressed', () => {
  for (const edition of all)
    expect([edition.edition, gzipSync(JSON.stringify(edition)).length <= 15_000]).toEqual([edition.edition, true]);
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

  it('gives each requirement and route that ever was a purpose in both languages', () => {
    const inJapanese = JSON.parse(readFileSync(new URL('../purposes/ja.json', import.meta.url), 'utf8')) as Record<
      string,
      string
    >;
    const routes = all.flatMap((edition) => edition.routes);
    for (const { id, purpose } of [...requirements, ...routes]) {
      expect(purpose).toMatch(/^\S.*\S$/);
      expect([id, inJapanese[id]]).toEqual([id, expect.stringMatching(/[\u3040-\u30ff\u4e00-\u9fff]/)]);
    }
    expect(Object.keys(inJapanese)).toEqual([...requirementIds, ...routeIds].toSorted());
  });

  it('names the hosts that a tag stands for, and the tags that cover a host, each from either side', () => {
    const base = (tag: string): string => tag.replace(/\.<region>$/, '');
    for (const { requirements: list } of all)
      for (const { id, direction, facts: mine, standsFor } of list) {
        const tags = direction === 'inbound' ? [] : mine.flatMap(({ tag }) => (tag === undefined ? [] : [base(tag)]));
        const covered = list.filter(({ coveredBy = [] }) => coveredBy.some((tag) => tags.includes(base(tag))));
        expect([id, standsFor]).toEqual([id, covered.length > 0 ? covered.map((one) => one.id) : undefined]);
      }
  });

  it('names only roles that exist, those of its facts together, and at a fact only where they are fewer', () => {
    for (const { edition, id, roles: mine, facts: list } of requirements) {
      const opened = new Set(list.flatMap((fact) => fact.roles ?? mine));
      expect([edition, id, mine]).toEqual([edition, id, roles.filter((role) => opened.has(role))]);
      for (const { roles: some = [] } of list) {
        expect(some.length).toBeLessThan(mine.length);
        expect(some).toEqual(mine.filter((role) => some.includes(role)));
      }
    }
  });

  it('gives what a page on clusters asks for to the cluster, and rows about compute to compute', () => {
    const pages = ['aks-egress', 'aks-model-deployment', 'arc-kubernetes'];
    const sections = /(^|\/)(kubernetes-compute|scenario-kubernetes|azure-kubernetes-services|aks)$/;
    const others = ['arc-kubectl-hosts', 'arc-portal-hosts'];
    for (const { edition, id, roles: mine, facts: list } of requirements)
      for (const { host = '', roles: who = mine, at } of list) {
        const ofCluster = at.every(({ source, section }) => pages.includes(source) || sections.test(section));
        const about = `${edition} ${id} ${host}`;
        if (ofCluster && !others.includes(id)) expect([about, who]).toEqual([about, ['cluster']]);
        const ofCompute = at.every(({ section }) => section.endsWith('/compute-hosts'));
        // People open their instances too; everything else in these tables is what compute itself opens.
        if (ofCompute && !id.startsWith('compute-instance')) expect([about, who]).toEqual([about, ['compute']]);
      }
  });

  it('writes conditions that read as a sentence', () => {
    for (const { fact } of facts) if (fact.when) expect(predicateText(fact.when)).toMatch(/^[\w.() -]+$/);
  });
});
